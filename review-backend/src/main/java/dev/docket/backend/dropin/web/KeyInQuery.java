package dev.docket.backend.dropin.web;

import dev.docket.dto.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes the key of a client of Perspective from where Google's clients put it, `?key=` or
/// `X-Goog-Api-Key`, and hands the request on as if it had come with `Authorization`.
///
/// It stands before everything else, so that nothing behind it, be it a log, a metric or an
/// error report, finds a credential in an address. On no other path is a key looked for in an
/// address.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeyInQuery extends OncePerRequestFilter {
    private static final String KEY = "key";
    private static final String HEADER = "X-Goog-Api-Key";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(Paths.COMMENTS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutKey(request), response);
    }

    private static @Nullable String keyOf(HttpServletRequest request) {
        for (String pair : pairs(request.getQueryString())) {
            if (isKey(pair)) {
                return decoded(pair.substring(pair.indexOf('=') + 1));
            }
        }
        return request.getHeader(HEADER);
    }

    private static List<String> pairs(@Nullable String query) {
        return query == null ? List.of() : Arrays.asList(query.split("&"));
    }

    private static boolean isKey(String pair) {
        int equals = pair.indexOf('=');
        return equals >= 0 && decoded(pair.substring(0, equals)).equals(KEY);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    /// The request with an `Authorization` header and without the key.
    private static final class WithoutKey extends HttpServletRequestWrapper {
        private final @Nullable String authorization;
        private final @Nullable String query;

        WithoutKey(HttpServletRequest request) {
            super(request);
            String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
            String key = keyOf(request);
            this.authorization = sent == null && key != null ? "Bearer " + key : sent;
            this.query = without(request.getQueryString());
        }

        private static @Nullable String without(@Nullable String query) {
            String rest = pairs(query).stream().filter(pair -> !isKey(pair)).collect(Collectors.joining("&"));
            return rest.isEmpty() ? null : rest;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return is(name, HEADER)
                    ? null
                    : is(name, HttpHeaders.AUTHORIZATION) ? authorization : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (is(name, HEADER)) {
                return Collections.emptyEnumeration();
            }
            return is(name, HttpHeaders.AUTHORIZATION) && authorization != null
                    ? Collections.enumeration(List.of(authorization))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(Collections.list(super.getHeaderNames()));
            names.remove(HEADER);
            if (authorization != null) {
                names.add(HttpHeaders.AUTHORIZATION);
            }
            return Collections.enumeration(names);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var parameters = new LinkedHashMap<>(super.getParameterMap());
            parameters.remove(KEY);
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(KEY) ? null : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return name.equals(KEY) ? null : super.getParameterValues(name);
        }

        private static boolean is(String name, String other) {
            return name.equalsIgnoreCase(other);
        }
    }
}
