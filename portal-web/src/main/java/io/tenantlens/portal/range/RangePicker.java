package io.tenantlens.portal.range;

import io.tenantlens.portal.format.Look;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The picker as a page shows it.
 *
 * @param action the page's own URL, without query
 * @param kept the page's other parameters, which choosing a range must not lose
 */
public record RangePicker(
        String action,
        Map<String, String> kept,
        LocalDate first,
        LocalDate last,
        LocalDate today,
        boolean compared,
        @Nullable String problem,
        String shown,
        String shownBefore,
        List<Preset> presets,
        String keptQuery) {

    public static RangePicker of(ChosenRange chosen, String action, Map<String, String> kept, Look look) {
        var before = chosen.before();
        return new RangePicker(
                action,
                Map.copyOf(kept),
                chosen.first(),
                chosen.last(),
                look.today(),
                chosen.compared(),
                chosen.problem(),
                look.range(chosen.first(), chosen.last()),
                look.shortDay(before.start()) + " – "
                        + look.shortDay(before.end().minusDays(1)),
                Preset.of(chosen, look.today()),
                QueryText.of(kept));
    }
}
