package io.filon.report.value;

import io.filon.value.contract.Contract;
import io.filon.value.contract.Contracts;
import io.filon.value.contract.Term;
import io.filon.value.contract.Term.Outlook;
import java.time.LocalDate;

/// One line a running contract for programs, as [ValueList] writes customers.
public final class ContractList {

    private static final String HEADER = "contract,customer,plan,period_days,renewals,next_renewal_share,"
            + "expected_periods,value,value_low,value_high,ends_on\n";

    private ContractList() {}

    public static String write(Contracts contracts) {
        StringBuilder out = new StringBuilder(HEADER);
        for (Term term : contracts.terms()) {
            for (Outlook outlook : term.outlooks()) {
                line(out, outlook);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Outlook outlook) {
        Contract contract = outlook.contract();
        LocalDate ends = contract.endsOn();
        out.append(ValueList.cell(contract.subscriptionId())).append(',');
        out.append(ValueList.cell(contract.customerId())).append(',');
        out.append(ValueList.cell(contract.plan())).append(',');
        out.append(contract.periodDays()).append(',').append(contract.renewals());
        ValueList.number(out, outlook.renewal());
        ValueList.number(out, outlook.expected());
        ValueList.number(out, outlook.value());
        ValueList.number(out, outlook.low());
        ValueList.number(out, outlook.high());
        out.append(',').append(ends == null ? "" : ends).append('\n');
    }
}
