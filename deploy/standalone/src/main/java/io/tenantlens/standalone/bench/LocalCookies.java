package io.tenantlens.standalone.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Keeps cookies for this machine as browsers do: they send secure ones to localhost without TLS, too. */
final class LocalCookies extends CookieManager {

    LocalCookies() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        super.put(uri, headers);
        getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
    }
}
