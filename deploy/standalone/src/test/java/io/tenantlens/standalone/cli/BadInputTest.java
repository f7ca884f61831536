package io.tenantlens.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal names the field and the reason; single quotes stand for double ones. */
class BadInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'charges':[{'id':'r','model':'unit','unit':'1'}],'usage':{'r':'NaN'}} | /usage/r | must be a decimal number: 'NaN'",
                "{'charges':[{'id':'r','model':'unit','unit':'1'}],'usage':{'r':true}} | /usage/r | must be a decimal string",
                "{'charges':[{'id':'r','model':'unit','unit':'1'}],'usage':{'r':'1e999999999'}} | /usage/r | has more than 60 digits",
                "{'charges':[{'id':'r','model':'unit','unit':'1'}],'usage':{'r':'-1'}} | /usage/r | must not be negative",
                "{'charges':[{'id':'r','model':'unit','unit':'1'}],'usage':{'x':'1'}} | /usage/x | no charge has the id 'x'",
                "{'charges':[{'id':'r','model':'unit'}]} | /charges/0/unit | is required",
                "{'charges':[{'id':'r','model':'magic'}]} | /charges/0/model | unknown model 'magic'",
                "{'charges':[{'id':'r','model':'unit','unit':'1','tiers':[]}]} | /charges/0/tiers | unknown field",
                "{'charges':[{'id':'r','model':'unit','unit':'1'},{'id':'r','model':'unit','unit':'1'}]} | /charges/1/id | charge id is used twice: r",
                "{'charges':[{'id':'r','model':'graduated','tiers':[{'upTo':'10','unit':'1'},{'upTo':'5','unit':'1'}]}]} | /charges/0/tiers/1 | tiers must ascend: 5 comes after 10",
                "{'charges':[{'id':'r','model':'graduated','tiers':[{'upTo':null,'unit':'1'},{'upTo':'5','unit':'1'}]}]} | /charges/0/tiers/1 | only the last tier may be without end",
                "{'charges':[{'id':'r','model':'graduated','tiers':[]}]} | /charges/0/tiers | at least one tier is required",
                "{'charges':[{'id':'r','model':'volume','tiers':[{'upTo':'5','unit':'1'}]}],'usage':{'r':'5.1'}} | /usage/r | quantity 5.1 is above the last tier, which ends at 5",
                "{'charges':[{'id':'r','model':'unit','unit':'1','minimum':'5','maximum':'4'}]} | /charges/0 | minimum must not be more than maximum",
                "{'charges':[{'id':'r','model':'unit','unit':'1','discountPercent':'101'}]} | /charges/0/discountPercent | must be from 0 to 100: 101",
                "{'charges':[{'id':'r','model':'package','size':'0','price':'1'}]} | /charges/0/size | must be more than zero: 0",
                "{'charges':[{'id':'r','model':'flat','amount':'1','prorate':{'from':'2026-10-08'}}]} | /period | is required for prorate",
                "{'period':{'start':'2026-11-01','end':'2026-10-01'},'charges':[]} | /period | period must start before it ends",
                "{'period':{'start':'soon','end':'2026-10-01'},'charges':[]} | /period/start | could not be parsed",
                "{'currency':'XXQ','charges':[]} | /currency | not a currency of ISO 4217",
                "{'currency':'JPY','charges':[],'coupons':[{'amount':'0.5'}]} | /coupons/0/amount | 0.5 has more than 0 decimals of JPY",
                "{'charges':[],'taxes':[{'id':'vat','percent':'15','charges':['r']}]} | /taxes/0/charges/0 | no charge has the id 'r'",
                "{'charges':[],'extra':1} | /extra | unknown field",
                "[] | | ",
                "7 | `` | must be an object",
            })
    void rate_namesTheFieldAndTheReason(String input, String pointer, String detail) {
        var result = RunCli.run("rate", input);

        if (pointer == null) {
            assertThat(result.exitCode()).isZero();
            return;
        }
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(result.output().at("/errors/0/detail").asText()).contains(detail);
        assertThat(result.output().get("status").asInt()).isEqualTo(400);
    }

    @Test
    void array_answersABadCaseInItsPlace() {
        var good = "{'charges':[{'id':'r','model':'unit','unit':2}],'usage':{'r':3.5}}";

        var result = RunCli.run("rate", "[" + good + ",{}," + good + "]");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().at("/0/total").asText()).isEqualTo("7.00");
        assertThat(result.output().at("/1/errors/0/pointer").asText()).isEqualTo("/charges");
        assertThat(result.output().at("/2/total").asText()).isEqualTo("7.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'pools':[{'id':'p','kind':'dedicated','tenant':'zoo','amount':'1'}],'tenants':['acorn']} | /pools/0/tenant",
                "{'pools':[{'id':'p','kind':'magic','amount':'1'}],'tenants':['acorn']} | /pools/0/kind",
                "{'pools':[{'id':'p','kind':'shared','amount':'1','idle':'2'}],'tenants':['acorn']} | /pools/0/idle",
                "{'pools':[{'id':'p','kind':'shared','amount':'1','split':{'usage':{'method':'weighted'}}}],'tenants':['acorn']} | /pools/0/split/usage/by",
                "{'pools':[],'tenants':['acorn','acorn']} | /tenants/1",
                "{'pools':[],'tenants':['acorn'],'usage':{'m':{'acorn':'-1'}}} | /usage/m/acorn",
                "{'pools':[],'tenants':['acorn'],'usage':{'m':{'birch':'1'}}} | /usage/m/birch",
                "{'pools':[],'tenants':['acorn'],'idle':'maybe'} | /idle",
            })
    void allocate_namesTheField(String input, String pointer) {
        var result = RunCli.run("allocate", input);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'magic'} | /kind",
                "{'kind':'margin','revenue':'1'} | /cost",
                "{'kind':'forecast','days':['1','x'],'horizon':7} | /days/1",
                "{'kind':'forecast','days':['1'],'horizon':0} | /horizon",
                "{'kind':'mrr','events':[],'month':'October'} | /month",
                "{'kind':'mrr','events':[{'date':'2026-10-01','tenant':'acorn','mrr':'-1'}],'month':'2026-10'} | /events/0/mrr",
                "{'kind':'drop','history':[],'now':{'start':'now','value':'1'}} | /now/start",
            })
    void metrics_namesTheField(String input, String pointer) {
        var result = RunCli.run("metrics", input);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'charges':| not JSON", "{'a':1,'a':2}| Duplicate field 'a'", "{} {}| not JSON"})
    void textThatIsNoCase_isAProblem(String input, String detail) {
        var result = RunCli.run("rate", input);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().get("detail").asText()).contains(detail);
    }

    @Test
    void missingFile_isAProblemToo() {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        var exitCode = Cli.run("rate", List.of("/no/such/case.json"), InputStream.nullInputStream(), stream, stream);

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("cannot read /no/such/case.json");
    }
}
