package io.tenantlens.api.alert.intake;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to what follows from alerts. */
final class HeardNews implements Event<AlertNews> {

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    /** Each as tenant, name and whether it is on. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void fire(AlertNews news) {
        var alert = news.alert();
        heard.add(alert.tenant() + " " + alert.name() + (alert.isActive() ? " on" : " over"));
    }

    @Override
    public <U extends AlertNews> CompletionStage<U> fireAsync(U news) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends AlertNews> CompletionStage<U> fireAsync(U news, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<AlertNews> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends AlertNews> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends AlertNews> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
