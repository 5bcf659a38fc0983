package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.Feed;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.review.EffectiveDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionFeedController {
    private static final int LONGEST_PAGE = 1_000;

    private final Feed feed;

    DecisionFeedController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping(Paths.DECISIONS)
    @Requires(
            scopes = Scope.DECISIONS_READ,
            roles = {Role.SUPERVISOR, Role.ADMIN})
    Page<EffectiveDecision> decisions(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        return feed.after(caller, after, Math.clamp(limit, 1, LONGEST_PAGE));
    }
}
