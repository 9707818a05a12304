package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Almanac;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Campaign;
import io.filon.demo.shop.Campaign.Touch;
import io.filon.demo.shop.ContactValue;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.CustomerMaker;
import io.filon.demo.shop.ExpectedValue;
import io.filon.demo.shop.Order;
import io.filon.demo.shop.OrderDays;
import io.filon.demo.shop.OrderMaker;
import io.filon.demo.shop.TypeModel;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/// Makes up some customers in a row with all they do. Any thread: it only reads what it holds.
final class BlockMaker {

    private final Calendar calendar;
    private final LocalDate lastDay;
    private final CustomerMaker customers;
    private final CustomerFiles customerFiles;
    private final OrderFiles orderFiles;
    private final EventFile eventFile;
    private final ContactValue contactValue;

    BlockMaker(ShopOptions options, Almanac almanac, Calendar calendar) {
        this.calendar = calendar;
        lastDay = options.to();
        List<TypeModel> models = TypeModel.all(options.niches(), almanac, calendar);
        customers = new CustomerMaker(calendar, options.buying(), almanac, models);
        customerFiles = new CustomerFiles(calendar);
        orderFiles = new OrderFiles(calendar);
        eventFile = new EventFile(calendar, options);
        contactValue = new ContactValue(calendar, almanac, models);
    }

    Block make(long firstNumber, int size, SplittableGenerator random) {
        Block block = Block.empty(size, Plant.ALL.size(), calendar.days);
        for (int i = 0; i < size; i++) {
            Customer customer = customers.make(firstNumber + i, random);
            OrderDays.Plan plan = OrderDays.draw(customer, random);
            List<Touch> touches = Campaign.send(customer, plan.orders(), calendar.days, random);
            List<Order> orders = OrderMaker.make(customer, plan.orders(), random);
            customerFiles.write(block, customer, touches, random);
            orderFiles.write(block, customer, orders, random);
            eventFile.write(block, customer, orders, plan.alive(), random);
            block.truths().add(truth(block, customer, touches));
        }
        return block;
    }

    /// @return expected net in cents
    private long truth(Block block, Customer customer, List<Touch> touches) {
        long expected = Math.round(ExpectedValue.of(customer, touches));
        Tally tally = block.tally();
        tally.add(Figure.EXPECTED_NET, expected);
        touches.forEach(
                touch -> tally.message(touch, touch.lift() * ExpectedValue.ofOneMoreOrder(customer, touch.day())));
        if (customer.newInFiles()) {
            tally.signup(customer.look().source(), customer.signupDay());
        }
        for (int plant = 0; plant < Plant.ALL.size(); plant++) {
            if (Plant.ALL.get(plant).member().test(customer, lastDay)) {
                tally.member(plant, expected, customer.acquisitionCost());
            }
        }
        Rows rows = block.rows(ShopFile.TRUTH_CUSTOMERS);
        rows.text(customer.id()).put(',').text(customer.model().type.name()).put(',');
        rows.money(expected, '.').end();
        if (customer.newInFiles()) {
            Rows contacts = block.rows(ShopFile.TRUTH_CONTACTS);
            contacts.text(customer.id()).put(',');
            contacts.money(Math.round(contactValue.of(customer)), '.').end();
        }
        return expected;
    }
}
