package io.tenantlens.sla.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterTest {

    @Test
    void conjunctAndItsVowel_stayTogether() {
        assertThat(Cluster.split("প্রতিশ্রুতি")).containsExactly("প্র", "তি", "শ্রু", "তি");
    }

    @Test
    void vowelThatAConsonantFollows_isOneWithIt() {
        assertThat(Cluster.split("অ্যাপ এ্যান্ড ইউ")).containsExactly("অ্যা", "প", " ", "এ্যা", "ন্ড", " ", "ই", "উ");
    }

    @Test
    void finalHasantaAndNukta_belongToTheirConsonant() {
        assertThat(Cluster.split("হয়েছে ৎ")).containsExactly("হ", "য়ে", "ছে", " ", "ৎ");
    }

    @Test
    void digitsAndSigns_standAlone() {
        assertThat(Cluster.split("৳১২ a")).containsExactly("৳", "১", "২", " a");
    }

    @Test
    void fullStop_isOfBengaliThoughOfAnotherBlock() {
        assertThat(Cluster.split("অর্ডার।")).containsExactly("অ", "র্ডা", "র", "।");
        assertThat(Cluster.occursIn("।")).isTrue();
    }

    @Test
    void pointWithinANumber_goesWithTheNextDigit() {
        assertThat(Cluster.split("৯৮.৫, ১,২৩")).containsExactly("৯", "৮", ".৫", ", ", "১", ",২", "৩");
    }

    @Test
    void splitting_losesNothing() {
        var text = "অক্টোবর ২০২৬: ক্ষমতা, ্ি stray signs ং।";

        assertThat(String.join("", Cluster.split(text))).isEqualTo(text);
    }
}
