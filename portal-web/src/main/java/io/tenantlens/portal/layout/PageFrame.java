package io.tenantlens.portal.layout;

import io.tenantlens.portal.format.Look;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the content of a page.
 *
 * @param shop the tenant that the page is about; null on pages of staff
 * @param viewedByStaff the page says so, since staff see what is not theirs
 * @param crumbs the way here, without the page itself
 */
public record PageFrame(
        String title,
        Look look,
        String person,
        @Nullable String theme,
        @Nullable String shop,
        boolean viewedByStaff,
        List<Crumb> crumbs,
        List<NavigationLink> shopPages,
        List<NavigationLink> staffPages,
        List<NavigationLink> shops) {

    /** One or two letters for the button of the user menu. */
    public String initials() {
        var words = person.strip().split("[\\s@._-]+", 3);
        var first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length > 1 && !words[1].isEmpty() ? first + words[1].charAt(0) : first;
    }

    /** The frame of a page below this one, whose own address leads back to it. */
    public PageFrame below(String href, String page) {
        var way = new ArrayList<>(crumbs);
        way.add(new Crumb(title, href));
        return new PageFrame(page, look, person, theme, shop, viewedByStaff, way, shopPages, staffPages, shops);
    }

    /** What the browser shows for the page in its tabs. */
    public String windowTitle() {
        return shop == null || shop.equals(title) ? title : title + " · " + shop;
    }
}
