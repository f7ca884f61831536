package io.tenantlens.portal.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every JAX-RS endpoint of the product, found in its classes: {@code GET /t/{tenant}/usage}. */
final class Endpoints {

    private Endpoints() {}

    static SortedSet<String> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.tenantlens").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(Endpoints::of)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> of(JavaClass type) {
        var base = type.getAnnotationOfType(Path.class).value();
        return type.getMethods().stream()
                .flatMap(method -> verbs(method).map(verb -> verb + " " + joined(base, ownPath(method))));
    }

    private static Stream<String> verbs(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName());
    }

    private static String ownPath(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static String joined(String base, String own) {
        var path = ("/" + base + "/" + own).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
