package io.filon.demo.shop;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Campaign.Touch;
import io.filon.demo.shop.CustomerType.Buying;
import io.filon.demo.shop.CustomerType.Terms;
import java.util.List;

/// What a customer's orders within the files are expected to leave, from the hidden numbers and never from the orders
/// drawn.
///
/// The ladder in expectation: goods without IVA after discounts and returns, less their cost (goods that come back
/// are not sold again), plus shipping charged, less shipping, payment, returns, help desk, messages sent, and the cost
/// of acquiring those who came within the files. Exact but for the rounding of single lines to the cent, and for what a
/// message brings in the two weeks in which a niche comes to prefer another category. Returns and tickets count even
/// when they would come after the last day.
public final class ExpectedValue {

    private ExpectedValue() {}

    /// Net in cents.
    public static double of(Customer customer, List<Touch> touches) {
        double contacts = 0;
        double before = 0;
        double after = 0;
        for (Touch touch : touches) {
            contacts += touch.cost();
            boolean early = touch.day() < customer.model().changes(customer.start());
            before += early ? touch.lift() : 0;
            after += early ? 0 : touch.lift();
        }
        return orders(customer, before, after) - contacts - customer.acquisitionCost();
    }

    /// What one order more leaves, such as a message sent that day brings; cents.
    public static double ofOneMoreOrder(Customer customer, int day) {
        boolean early = day < customer.model().changes(customer.start());
        return orders(customer, early ? 1 : 0, early ? 0 : 1) - orders(customer, 0, 0);
    }

    /// @param before,after orders that messages are expected to bring, before and after another category is preferred
    private static double orders(Customer customer, double before, double after) {
        if (!customer.buys()) {
            return 0;
        }
        TypeModel model = customer.model();
        int start = customer.start();
        int stop = customer.stop();
        int changes = Math.min(stop, model.changes(start));
        double rate = customer.ordersADay();
        double atOnce = customer.newInFiles() ? OrderDays.BUYS_AT_SIGN_UP : 0;
        double early = atOnce + rate * model.expectedOrders(start, start, changes) + before;
        double late = rate * model.expectedOrders(start, changes, stop) + after;
        double earlyDiscounted =
                atOnce * model.discountShare(start) + rate * model.expectedDiscounted(start, start, changes) + before;
        double lateDiscounted = rate * model.expectedDiscounted(start, changes, stop) + after;
        double counted = 1 - Prices.CANCELLED_SHARE - model.type.terms().refused();
        return counted
                * (goods(customer, model.products(start, start), early, earlyDiscounted)
                        + goods(customer, model.products(start, stop), late, lateDiscounted)
                        + (early + late) * service(customer));
    }

    /// What the goods leave: net sales less product cost, payment and returns handled.
    private static double goods(Customer customer, Weighted<Product> products, double orders, double discounted) {
        TypeModel model = customer.model();
        double lines = 1 + customer.extraLines();
        double price = products.mean(product -> product.price()) * Prices.MEAN_QUANTITY;
        double cost = products.mean(product -> product.cost()) * Prices.MEAN_QUANTITY;
        double amount = lines * price * (orders - Prices.MEAN_DISCOUNT * discounted);
        double kept = amount * (1 - customer.returned()) * 100 / (100 + Prices.IVA);
        double rate = model.payments.mean(payment -> payment.basisPoints / 10_000.0);
        double fixed = model.payments.mean(payment -> payment.fixed);
        double handling = orders * lines * customer.returned() * Prices.RETURN_HANDLING_A_LINE;
        return kept - orders * lines * cost - rate * amount - fixed * orders - handling;
    }

    /// What one order leaves beside its goods: shipping charged and paid, help desk.
    private static double service(Customer customer) {
        Buying buying = customer.model().type.buying();
        Terms terms = customer.model().type.terms();
        double online = 1 - buying.store();
        double oneLine = Math.exp(-customer.extraLines());
        double charged = Prices.SHIPPING_CHARGED * oneLine * (1 - terms.freeShipping())
                + Prices.EXPRESS_CHARGED * terms.express();
        double shipping = Prices.SHIPPING_COST
                + (customer.look().rural() ? Prices.RURAL_SURCHARGE : 0)
                + Prices.EXPRESS_COST * terms.express();
        return online * (charged - shipping) - terms.ticket() * terms.minutes() * (double) Prices.TICKET_COST_A_MINUTE;
    }
}
