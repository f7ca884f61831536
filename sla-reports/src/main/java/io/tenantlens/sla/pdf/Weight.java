package io.tenantlens.sla.pdf;

/** How heavy a font is. */
enum Weight {
    REGULAR("Regular", 400),
    BOLD("Bold", 700);

    private final String file;
    private final int css;

    Weight(String file, int css) {
        this.file = file;
        this.css = css;
    }

    String latin() {
        return "NotoSans-" + file + ".ttf";
    }

    String bengali() {
        return "NotoSansBengali-" + file + ".ttf";
    }

    int css() {
        return css;
    }
}
