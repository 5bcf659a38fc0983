package dev.docket.backend.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps one caller from taking the floor from all others: a token bucket for each credential, and for each address
/// without one. Every answer says in `RateLimit` how much is left.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class RateLimit extends OncePerRequestFilter {
    private static final int MOST_CALLERS = 100_000;

    private final WebSettings settings;
    private final Problems problems;
    private final LoadingCache<String, TokenBucket> buckets;

    RateLimit(WebSettings settings, Problems problems, Clock clock) {
        this.settings = settings;
        this.problems = problems;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(key -> new TokenBucket(perMinute(key), clock));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = CallerFilter.callerOf(request)
                .map(RateLimit::keyOf)
                .orElseGet(() -> "address " + request.getRemoteAddr());
        var taken = buckets.get(key).take();
        response.setHeader("RateLimit-Policy", "\"default\";q=" + perMinute(key) + ";w=60");
        response.setHeader("RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.secondsToNext());
        if (taken.granted()) {
            chain.doFilter(request, response);
            return;
        }
        long wait = Math.max(1, taken.secondsToNext());
        problems.write(
                new DomainProblem(
                        CommonProblem.RATE_LIMITED, "Wait for Retry-After seconds.", Map.of("retryAfter", wait)),
                request,
                response);
    }

    private int perMinute(String key) {
        return key.startsWith("address ") ? settings.anonymousPerMinute() : settings.requestsPerMinute();
    }

    private static String keyOf(Caller caller) {
        return switch (caller) {
            case Caller.Person person -> "person " + person.id();
            case Caller.Program program -> "key " + program.keyId();
        };
    }
}
