package io.tenantlens.sla.pdf;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Hides the services of the class path from a thread that prints. The libraries ask anew for each document which XML parser
 * and transformer there are, by reading every jar; with none to be found the JDK's own are taken, at once and always.
 */
final class WithoutServices extends ClassLoader implements AutoCloseable {

    private static final String SERVICES = "META-INF/services/";

    private final ClassLoader before;

    private WithoutServices(ClassLoader before) {
        super(before);
        this.before = before;
    }

    /** Until it is closed, by the same thread. */
    static WithoutServices enter() {
        var hidden = new WithoutServices(Thread.currentThread().getContextClassLoader());
        Thread.currentThread().setContextClassLoader(hidden);
        return hidden;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith(SERVICES) ? Collections.emptyEnumeration() : super.getResources(name);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
