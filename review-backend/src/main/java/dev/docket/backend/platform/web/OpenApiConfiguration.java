package dev.docket.backend.platform.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Dialect;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/// The served OpenAPI document, drawn from the controllers: rights from [Requires], answers from signatures and
/// [Answers], refusals as problem documents.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PERSON = "session";
    private static final String PROGRAM = "apiKey";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM_SCHEMA = SCHEMAS + "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Caller.Person.class, Caller.Program.class)
                .addHiddenRestControllers(LastResort.class);
    }

    private final Set<Class<?>> declared = ConcurrentHashMap.newKeySet();
    private final List<Dialect> dialects;

    OpenApiConfiguration(List<Dialect> dialects) {
        this.dialects = dialects;
    }

    @Bean
    GlobalOpenApiCustomizer document() {
        return document -> {
            describe(document);
            addSchema(document, Problem.class);
            dialects.forEach(dialect -> {
                addSchema(document, dialect.form());
                addKey(document, dialect.keyParameter());
            });
            declared.stream().filter(type -> type != void.class).forEach(type -> addSchema(document, type));
        };
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return (operation, method) -> {
            secure(operation, method);
            body(operation, method);
            answers(operation, method);
            refusals(operation, method);
            return operation;
        };
    }

    private static void describe(OpenAPI document) {
        document.setInfo(new Info()
                .title("Docket")
                .version("1")
                .description("The floor's HTTP contract. Errors are RFC 9457 problem documents."));
        document.setServers(List.of(new Server().url("/")));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(PERSON, bearer("A session token from POST /api/v1/session."))
                .addSecuritySchemes(PROGRAM, bearer("An API key: dk_ and 43 characters."));
    }

    private static void addKey(OpenAPI document, @Nullable String parameter) {
        if (parameter != null) {
            document.getComponents()
                    .addSecuritySchemes(
                            inQuery(parameter),
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.QUERY)
                                    .name(parameter)
                                    .description("An API key, where a client can send it in no header."));
        }
    }

    private static String inQuery(String parameter) {
        return parameter + "InQuery";
    }

    private static void addSchema(OpenAPI document, Class<?> type) {
        ModelConverters.getInstance(true)
                .readAll(type)
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private void secure(Operation operation, HandlerMethod method) {
        var required = method.getMethodAnnotation(Requires.class);
        if (required == null || required.open()) {
            operation.setSecurity(List.of());
            return;
        }
        if (required.anyone() || required.roles().length > 0) {
            operation.addSecurityItem(new SecurityRequirement().addList(PERSON));
        }
        if (required.anyone() || required.scopes().length > 0) {
            operation.addSecurityItem(new SecurityRequirement().addList(PROGRAM));
        }
        dialect(method)
                .map(Dialect::keyParameter)
                .ifPresent(
                        parameter -> operation.addSecurityItem(new SecurityRequirement().addList(inQuery(parameter))));
    }

    /// A body read line by line is no parameter, so only the mapping tells of it.
    private static void body(Operation operation, HandlerMethod method) {
        var mapping = method.getMethodAnnotation(PostMapping.class);
        if (operation.getRequestBody() == null && mapping != null && mapping.consumes().length > 0) {
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content().addMediaType(mapping.consumes()[0], new MediaType().schema(text()))));
        }
    }

    private void answers(Operation operation, HandlerMethod method) {
        var answers = method.getMethod().getAnnotationsByType(Answers.class);
        if (answers.length == 0) {
            return;
        }
        var responses = new ApiResponses();
        for (var answer : answers) {
            declared.add(answer.with());
            responses.addApiResponse(Integer.toString(answer.status()), response(answer));
        }
        operation.setResponses(responses);
    }

    private static ApiResponse response(Answers answer) {
        var response = new ApiResponse()
                .description(HttpStatus.valueOf(answer.status()).getReasonPhrase());
        if (answer.with() != void.class) {
            var schema = new Schema<>().$ref(SCHEMAS + answer.with().getSimpleName());
            response.content(new Content().addMediaType(answer.media(), new MediaType().schema(schema)));
        } else if (!answer.media().equals("application/json")) {
            response.content(new Content().addMediaType(answer.media(), new MediaType().schema(text())));
        }
        return response;
    }

    private static Schema<?> text() {
        return new Schema<>().types(Set.of("string"));
    }

    private void refusals(Operation operation, HandlerMethod method) {
        var dialect = dialect(method);
        if (dialect.isPresent()) {
            refusals(operation, dialect.get());
            return;
        }
        refusal(operation, 429);
        refusal(operation, 500);
        refusal(operation, 503);
        var required = method.getMethodAnnotation(Requires.class);
        if (required != null && !required.open()) {
            refusal(operation, 401);
            refusal(operation, 403);
        }
        if (operation.getRequestBody() != null) {
            List.of(400, 413, 415, 422).forEach(status -> refusal(operation, status));
        }
        boolean onePart = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        if (onePart) {
            refusal(operation, 404);
        }
    }

    private Optional<Dialect> dialect(HandlerMethod method) {
        var mapping = method.getMethodAnnotation(PostMapping.class);
        return mapping == null
                ? Optional.empty()
                : dialects.stream()
                        .filter(dialect -> Arrays.stream(mapping.value()).anyMatch(dialect::covers))
                        .findFirst();
    }

    /// A stand-in for another service refuses in that service's words.
    private static void refusals(Operation operation, Dialect dialect) {
        for (int status : new int[] {400, 401, 403, 413, 415, 429, 500, 503}) {
            refusal(operation, status, SCHEMAS + dialect.form().getSimpleName(), "application/json");
        }
    }

    private static void refusal(Operation operation, int status) {
        refusal(operation, status, PROBLEM_SCHEMA, "application/problem+json");
    }

    private static void refusal(Operation operation, int status, String schema, String media) {
        operation
                .getResponses()
                .putIfAbsent(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(HttpStatus.valueOf(status).getReasonPhrase())
                                .content(new Content()
                                        .addMediaType(media, new MediaType().schema(new Schema<>().$ref(schema)))));
    }
}
