package dev.docket.backend.platform.web;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.postgres.ConnectionGate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns callers away at once when too much is in work already, and lets the others wait for a database connection no
/// longer than a moment. Virtual threads would otherwise take in everything and let all of it wait for the same few.
///
/// Health is always answered: whoever watches the floor must not take a busy one for a dead one.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class LoadLimit extends OncePerRequestFilter {
    private final Semaphore places;
    private final Duration connectionWait;
    private final Problems problems;

    LoadLimit(WebSettings settings, Problems problems) {
        this.places = new Semaphore(settings.concurrentRequests());
        this.connectionWait = settings.connectionWait();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            problems.write(
                    new DomainProblem(CommonProblem.OVERLOADED, "Too much is in work; try again in a moment."),
                    request,
                    response);
            return;
        }
        ConnectionGate.hurry(connectionWait);
        try {
            chain.doFilter(request, response);
        } finally {
            ConnectionGate.relax();
            places.release();
        }
    }
}
