package io.tenantlens.portal.chart;

/** The room a chart is drawn in, in pixels at full size. */
record Frame(int width, int height, int ticks, int tickWidth) {

    static final Frame WIDE = new Frame(880, 260, 5, 72);
    static final Frame NARROW = new Frame(340, 220, 4, 66);

    static final int TOP = 12;
    static final int RIGHT = 8;
    static final int BOTTOM = 26;

    int plotHeight() {
        return height - TOP - BOTTOM;
    }
}
