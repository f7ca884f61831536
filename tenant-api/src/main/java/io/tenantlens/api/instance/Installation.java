package io.tenantlens.api.instance;

import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Facts that are fixed when an installation first starts and are then the same for all its instances. */
@Singleton
public class Installation {

    private final WorkerDatabase database;

    @Inject
    public Installation(WorkerDatabase database) {
        this.database = database;
    }

    /** What was fixed under this name; the first instance to ask fixes it. */
    public String fixed(String name, Supplier<String> initial) {
        return database.inTransaction(handle -> {
            var known = handle.select("SELECT value FROM installation WHERE name = ?", name)
                    .mapTo(String.class)
                    .findOne();
            if (known.isPresent()) {
                return known.get();
            }
            handle.execute("INSERT INTO installation VALUES (?, ?) ON CONFLICT DO NOTHING", name, initial.get());
            return handle.select("SELECT value FROM installation WHERE name = ?", name)
                    .mapTo(String.class)
                    .one();
        });
    }
}
