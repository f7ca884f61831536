package io.tenantlens.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases as CONTRACTS 6 gives them, written with single quotes. */
class SlaCommandTest {

    private static final String BUCKETS = "'buckets':[{'le':'0.1','count':'50'},{'le':'0.2','count':'70'},"
            + "{'le':'1','count':'110'},{'le':'+Inf','count':'120'}]";

    private static final String SCHEDULE =
            "'schedule':[{'below':'99.0','percent':'25'},{'below':'99.9','percent':'10'}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'q':['0.5','0.95'],'fractionBelow':['0.2']"
                        + " | {'quantiles':{'0.5':'0.15','0.95':'1'},'fractionBelow':{'0.2':'0.5833333333333334'},'observations':'120'}",
                "'q':['NaN','-1','1.01','0',1] | {'quantiles':{'NaN':'NaN','-1':'-Inf','1.01':'+Inf','0':'0','1':'1'},'observations':'120'}",
                "'fractionBelow':['+Inf','-Inf','NaN','0.15']"
                        + " | {'quantiles':{},'fractionBelow':{'+Inf':'1','-Inf':'0','NaN':'NaN','0.15':'0.5'},'observations':'120'}",
            })
    void quantile_ofClassicBuckets(String asked, String answer) {
        assertAnswer("{'kind':'quantile'," + BUCKETS + "," + asked + "}", answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | {'quantiles':{'0.5':'NaN'},'observations':'NaN'}",
                "[{'le':'1','count':'5'},{'le':'2','count':'9'}] | {'quantiles':{'0.5':'NaN'},'observations':'NaN'}",
                "[{'le':'+Inf','count':'5'}] | {'quantiles':{'0.5':'NaN'},'observations':'5'}",
                "[{'le':'1','count':'0'},{'le':'+Inf','count':'0'}] | {'quantiles':{'0.5':'NaN'},'observations':'0'}",
                "[{'le':'+Inf','count':4},{'le':2,'count':4},{'le':'1','count':1},{'le':'1.0','count':1}]"
                        + " | {'quantiles':{'0.5':'1'},'observations':'4'}",
            })
    void quantile_ofOddBuckets(String buckets, String answer) {
        assertAnswer("{'kind':'quantile','buckets':" + buckets + ",'q':['0.5']}", answer);
    }

    @Test
    void quantile_ofANativeHistogram() {
        assertAnswer(
                "{'kind':'quantile','native':{'schema':0,'zeroThreshold':'0','zeroCount':'0','positive':["
                        + "{'index':1,'count':'2'},{'index':0,'count':'1'},{'index':2,'count':'1'}],'negative':[]},"
                        + "'q':['0.5'],'fractionBelow':['1']}",
                "{'quantiles':{'0.5':'1.4142135623730951'},'fractionBelow':{'1':'0.25'},'observations':'4'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'good':'999500','total':'1000000' | {'availability':'99.95','budgetTotal':'1000','budgetRemaining':'500'}",
                "'good':'43190','total':'43200','method':'timeslices'"
                        + " | {'availability':'99.976851851851','budgetTotal':'43.2','budgetRemaining':'33.2'}",
                "'good':'0','total':'0' | {'availability':null,'reason':'no data'}",
                "'good':'0','total':'5' | {'availability':'0','budgetTotal':'0.005','budgetRemaining':'-4.995'}",
                "'slices':[{'good':'1','total':'2','state':'maintenance'},{'state':'nodata'}] | {'availability':null,'reason':'no data'}",
                "'slices':[{'good':'990','total':'1000','state':'ok'},{'good':'0','total':'9','state':'maintenance'}]"
                        + " | {'availability':'99','budgetTotal':'1','budgetRemaining':'-9'}",
                "'method':'timeslices','slices':[{'good':'990','total':'1000'},{'good':'1000','total':'1000'}]"
                        + " | {'availability':'50','budgetTotal':'0.002','budgetRemaining':'-0.998'}",
            })
    void budget_isWhatMayFail(String counted, String answer) {
        assertAnswer("{'kind':'budget','objective':'99.9','windowDays':30," + counted + "}", answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'5m':'0.02','1h':'0.0145' | {'burn':{'5m':'20','1h':'14.5'},'alerts':['page']}",
                "'5m':'0.02','1h':'0.0144' | {'burn':{'5m':'20','1h':'14.4'},'alerts':[]}",
                "'1h':'0.5' | {'burn':{'1h':'500'},'alerts':[]}",
                "'1d':'0.004','2h':'0.004','5m':null | {'burn':{'1d':'4','2h':'4','5m':null},'alerts':['ticket']}",
                "'60m':'0.9','5m':'0.9','1d':'0.9','2h':'0.9'"
                        + " | {'burn':{'60m':'900','5m':'900','1d':'900','2h':'900'},'alerts':['page','ticket']}",
            })
    void burn_alertsOnTwoWindows(String ratios, String answer) {
        assertAnswer("{'kind':'burn','objective':'99.9','windowDays':30,'errorRatio':{" + ratios + "}}", answer);
    }

    @Test
    void burn_ofAPerfectObjective() {
        assertAnswer(
                "{'kind':'burn','objective':'100','errorRatio':{'1h':'0.01','5m':'0'}}",
                "{'burn':{'1h':'+Inf','5m':'0'},'alerts':[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'99.2' | {'credit':'100.00','percent':'10'}",
                "'99.9' | {'credit':'0.00','percent':'0'}",
                "'99.0' | {'credit':'100.00','percent':'10'}",
                "'98.999' | {'credit':'200.00','percent':'20'}",
                "null | {'credit':'0.00','percent':'0','availability':null,'reason':'no data'}",
            })
    void credit_followsTheSchedule(String availability, String answer) {
        assertAnswer(
                "{'kind':'credit','availability':" + availability + "," + SCHEDULE
                        + ",'bill':'1000.00','capPercent':'20'}",
                answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | ",
                "{'kind':'uptime'} | /kind",
                "{} | /kind",
                "{'kind':'quantile'} | ",
                "{'kind':'quantile','buckets':[{'le':'x','count':'1'}]} | /buckets/0/le",
                "{'kind':'quantile','buckets':[{'le':'NaN','count':'1'}]} | /buckets/0/le",
                "{'kind':'quantile','buckets':[{'le':'1','count':'-1'}]} | /buckets/0/count",
                "{'kind':'quantile','buckets':[{'le':'1'}]} | /buckets/0/count",
                "{'kind':'quantile','buckets':[],'q':['0,5']} | /q/0",
                "{'kind':'quantile','native':{'schema':9}} | /native/schema",
                "{'kind':'quantile','native':{'schema':0,'positive':[{'index':1,'count':'1'},{'index':1,'count':'1'}]}} | /native/positive",
                "{'kind':'quantile','native':{'schema':0,'count':'9'}} | /native",
                "{'kind':'budget','objective':'0','good':'1','total':'1'} | /objective",
                "{'kind':'budget','objective':'100.1','good':'1','total':'1'} | /objective",
                "{'kind':'budget','objective':'99','good':'2','total':'1'} | /good",
                "{'kind':'budget','objective':'99','good':'0','total':'-1'} | /total",
                "{'kind':'budget','objective':'99','good':'1','total':'1','windowDays':0} | /windowDays",
                "{'kind':'budget','objective':'99','good':'1','total':'1','method':'mean'} | /method",
                "{'kind':'budget','objective':'99','slices':[{'good':'2','total':'1'}]} | /slices/0/good",
                "{'kind':'budget','objective':'99','slices':[{'state':'down'}]} | /slices/0/state",
                "{'kind':'burn','objective':'99','errorRatio':{'5m':'1.5'}} | /errorRatio/5m",
                "{'kind':'burn','objective':'99','errorRatio':{'fast':'0.5'}} | /errorRatio/fast",
                "{'kind':'burn','objective':'99'} | /errorRatio",
                "{'kind':'credit','availability':'101','schedule':[],'bill':'1'} | /availability",
                "{'kind':'credit','schedule':[],'bill':'1'} | /availability",
                "{'kind':'credit','availability':'99','schedule':[],'bill':'-1'} | /bill",
                "{'kind':'credit','availability':'99','schedule':[],'bill':'1.005'} | /bill",
                "{'kind':'credit','availability':'99','schedule':[{'below':'999','percent':'1'}],'bill':'1'} | /schedule/0/below",
                "{'kind':'credit','availability':'99','schedule':[],'bill':'1','capPercent':'101'} | /capPercent",
            })
    void badInput_isNamed(String input, String pointer) {
        var run = run(input.equals("[]") ? "[[]]" : input);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("\"pointer\" : \"" + (pointer == null ? "" : pointer) + "\"");
    }

    @Test
    void array_isAnsweredInOrder() {
        var run = run("[{'kind':'budget','objective':'99','good':'1','total':'1'},{'kind':'?'},"
                + "{'kind':'budget','objective':'99','good':'0','total':'0'}]");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out().indexOf("budgetTotal")).isLessThan(run.out().indexOf("/kind"));
        assertThat(run.out().indexOf("/kind")).isLessThan(run.out().indexOf("no data"));
    }

    private static void assertAnswer(String input, String answer) {
        var run = run(input);

        assertThat(run.out().replaceAll("\\s+", "").replace('"', '\'')).isEqualTo(answer.replaceAll("\\s+", ""));
        assertThat(run.exitCode()).isZero();
    }

    private static Run run(String input) {
        var out = new ByteArrayOutputStream();
        int exitCode = Cli.run(
                "sla",
                List.of("-"),
                new ByteArrayInputStream(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private record Run(int exitCode, String out) {}
}
