package io.tenantlens.sla.report;

/** A report, ready to be sent. */
public final class RenderedReport {

    private final String title;
    private final String summary;
    private final String fileName;
    private final byte[] pdf;

    public RenderedReport(String title, String summary, String fileName, byte[] pdf) {
        this.title = title;
        this.summary = summary;
        this.fileName = fileName;
        this.pdf = pdf.clone();
    }

    /** One line, for the subject. */
    public String title() {
        return title;
    }

    /** The report in a few sentences, for the mail's text. */
    public String summary() {
        return summary;
    }

    /** Without a path. */
    public String fileName() {
        return fileName;
    }

    public byte[] pdf() {
        return pdf.clone();
    }
}
