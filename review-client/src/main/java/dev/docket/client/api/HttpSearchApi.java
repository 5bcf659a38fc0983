package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.search.SearchApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.search.SearchHit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The search screen's floor, over HTTP.
public final class HttpSearchApi implements SearchApi {
    private final Floor floor;

    public HttpSearchApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Page<SearchHit> search(Query query) throws ApiProblem, Offline {
        var parts = new ArrayList<String>();
        add(parts, "q", query.words());
        add(parts, "author", query.author());
        add(parts, "source", query.source());
        add(parts, "policy", query.policy());
        add(parts, "outcome", query.outcome());
        add(parts, "from", query.from());
        add(parts, "hash", query.hash());
        add(parts, "like", query.like());
        add(parts, "after", query.after());
        return floor.page(Paths.SEARCH + "?" + String.join("&", parts), SearchHit.class);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + itemId, ItemView.class);
    }
}
