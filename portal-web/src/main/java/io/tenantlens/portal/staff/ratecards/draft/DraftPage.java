package io.tenantlens.portal.staff.ratecards.draft;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.staff.ratecards.ChargeView;
import io.tenantlens.portal.staff.ratecards.ItemView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card in the making.
 *
 * @param problems what is wrong and belongs to no field that is shown
 * @param form null for whoever may only read
 * @param charges the charges as they would be published
 */
public record DraftPage(
        PageFrame frame,
        String heading,
        String base,
        String baseHref,
        String path,
        List<String> problems,
        @Nullable Form form,
        List<ChargeView> charges,
        List<ItemView> changes) {

    /**
     * What can be edited.
     *
     * @param document the whole card as JSON, where that is edited instead of fields
     * @param wanted the day from which it is to be valid
     */
    public record Form(
            int revision,
            Field title,
            Field proration,
            List<ChargeFields> charges,
            List<Field> taxes,
            List<String> models,
            @Nullable String document,
            String wanted,
            @Nullable String publishProblem) {}

    /**
     * A charge to edit.
     *
     * @param columns the heads of the tiers; empty where there are none
     */
    public record ChargeFields(
            String title,
            String model,
            String pointer,
            boolean open,
            List<Field> fields,
            List<String> columns,
            List<TierFields> tiers) {}

    /** A tier to edit. */
    public record TierFields(String pointer, List<Field> fields) {}

    /**
     * A field.
     *
     * @param name the JSON pointer of what it edits
     * @param options what there is to choose; empty where one types
     */
    public record Field(
            String name,
            String label,
            String value,
            List<Option> options,
            @Nullable String problem) {}

    /** Something to choose. */
    public record Option(String value, String title, boolean chosen) {}
}
