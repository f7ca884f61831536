package io.tenantlens.api.billing.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.money.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardCheckTest {

    private final CardCheck check = new CardCheck(MeterCatalogue.shipped());

    @Test
    void soundCard_hasNoProblem() {
        assertThat(check.problems(TestCards.text(TestCards.BASE, TestCards.REQUESTS), Currency.BDT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'model':'flat','amount':'-1'                                 | /charges/1/price/amount         | must"
                        + " not be negative",
                "'model':'flat','amount':'ten'                                | /charges/1/price/amount         | must"
                        + " be a decimal number",
                "'model':'flat'                                               | /charges/1/price/amount         | is"
                        + " required",
                "'model':'magic'                                              | /charges/1/price/model          |"
                        + " unknown model",
                "'model':'unit','unit':'1','freeunits':'2'                    | /charges/1/price/freeunits      |"
                        + " unknown field",
                "'model':'unit','unit':'1','discountPercent':'101'            | /charges/1/price/discountPercent| from"
                        + " 0 to 100",
                "'model':'unit','unit':'1','minimum':'2','maximum':'1'        | /charges/1/price                |"
                        + " minimum must not be more",
                "'model':'graduated','tiers':[{'upTo':'5','unit':'1'},{'upTo':'5','unit':'1'}] |"
                        + " /charges/1/price/tiers/1 | must ascend",
                "'model':'graduated','tiers':[{'upTo':'5','unit':'1'}]        | /charges/1/price                |"
                        + " 1000000000000000",
                "'model':'graduated','tiers':[]                               | /charges/1/price/tiers          | at"
                        + " least one tier",
                "'model':'percentage','percent':'1','minimumPerEvent':'2'     | /charges/1/price                |"
                        + " event",
            })
    void badPrice_isNamedByItsField(String price, String pointer, String detail) {
        var charge = "{'id':'x','title':'X','unit':'u','meter':'orders','price':{" + price + "}}";

        var problems = check.problems(TestCards.text(TestCards.BASE, charge), Currency.BDT);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'x','title':'X','unit':'u'                                     | /charges/0/meter           | is"
                        + " required",
                "'id':'x','title':'X','unit':'u','meter':'wishes'                    | /charges/0/meter           |"
                        + " unknown meter",
                "'id':'x','title':'X','unit':'u','meter':'sms','where':{'kind':'a'}  | /charges/0/where/kind      | no"
                        + " dimension",
                "'id':'x','title':'X','unit':'u','meter':'sms','measure':'middle'    | /charges/0/measure         |"
                        + " must be one of",
                "'id':'x','title':'','unit':'u','meter':'sms'                        | /charges/0/title           | 1"
                        + " to 200",
                "'id':'','title':'X','unit':'u','meter':'sms'                        | /charges/0/id              | 1"
                        + " to 100",
                "'id':'credit:a','title':'X','unit':'u','meter':'sms'                | /charges/0/id              |"
                        + " must not start",
                "'id':'x','title':'X','unit':'u','meter':'sms','metre':'sms'         | /charges/0/metre           |"
                        + " unknown field",
            })
    void badCharge_isNamedByItsField(String fields, String pointer, String detail) {
        var text = TestCards.text("{" + fields + ",'price':{'model':'unit','unit':'1'}}");

        var problems = check.problems(text, Currency.BDT);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().detail()).contains(detail);
    }

    @Test
    void problemsOfSeveralItems_areAllNamed() {
        var bad = "{'id':'base','title':'X','unit':'u','price':{'model':'flat','amount':'1'}}";
        var text = new CardText(
                " ",
                TestCards.text(TestCards.BASE, bad, "7").charges(),
                TestCards.json("[{'id':'vat','title':'VAT','percent':'115'}]"),
                "sometimes");

        assertThat(check.problems(text, Currency.BDT))
                .extracting(FieldError::pointer)
                .containsExactly("/title", "/proration", "/charges/1/id", "/charges/2", "/taxes/0/percent");
    }

    @Test
    void cardWithoutCharges_isRefused() {
        assertThat(check.problems(TestCards.text(), Currency.BDT))
                .extracting(FieldError::pointer)
                .containsExactly("/charges");
    }
}
