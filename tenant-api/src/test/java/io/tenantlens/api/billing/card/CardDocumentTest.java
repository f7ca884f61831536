package io.tenantlens.api.billing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardDocumentTest {

    private static final CardText BEFORE = TestCards.text(TestCards.BASE, TestCards.REQUESTS);

    @Test
    void document_readsBackAsItWas() {
        assertThat(CardDocument.read(CardDocument.of(BEFORE), BEFORE).text()).isEqualTo(BEFORE);
    }

    @Test
    void whatIsLeftOut_staysAsBefore() {
        var read = CardDocument.read("{\"title\": \"Plan 2\"}", BEFORE).text();

        assertThat(read).isEqualTo(new CardText("Plan 2", BEFORE.charges(), BEFORE.taxes(), BEFORE.proration()));
    }

    @Test
    void chargeAsTheCommandTakesIt_keepsItsWordsAndItsMeter() {
        var read = CardDocument.read(
                "[{\"id\":\"requests\",\"model\":\"unit\",\"unit\":\"2.50\",\"freeUnits\":\"5\"}]", BEFORE);

        assertThat(read.text().charges())
                .isEqualTo(
                        TestCards.json("[{'id':'requests','title':'API requests','unit':'thousand','meter':'requests',"
                                + "'price':{'model':'unit','unit':'2.50','freeUnits':'5'}}]"));
    }

    @Test
    void problemOfSuchACharge_isNamedAsItStandsInTheDocument() {
        var read = CardDocument.read("[{\"id\":\"a\",\"model\":\"unit\",\"unit\":\"x\"}]", BEFORE);

        assertThat(read.inDocument(new FieldError("/charges/0/price/unit", "is bad")))
                .isEqualTo(new FieldError("/charges/0/unit", "is bad"));
        assertThat(read.inDocument(new FieldError("/charges/1/price/unit", "is bad"))
                        .pointer())
                .isEqualTo("/charges/1/price/unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'charges': [              | look at line 1",
                "'words'                    | must be an object",
                "{'charges': []} {}         | look at line 1",
                "{'prices': []}             | unknown field",
                "{'title': 7}               | must be a string",
            })
    void textThatIsNoCard_isRefusedWithThePlace(String text, String problem) {
        assertThatThrownBy(() -> CardDocument.read(text.replace('\'', '"'), BEFORE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(problem);
    }
}
