package dev.docket.backend.platform.web;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;

/// Binds request bodies by [StrictJson]. Answers are written by Spring's own converter.
class StrictJsonConverter implements SmartHttpMessageConverter<Object> {
    private final StrictJson json;

    StrictJsonConverter(StrictJson json) {
        this.json = json;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        var raw = type.resolve();
        return isSomeJson(media)
                && raw != null
                && raw != String.class
                && raw != byte[].class
                && !Resource.class.isAssignableFrom(raw);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var media = message.getHeaders().getContentType();
        var charset = media == null ? null : media.getCharset();
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
        if (!utf8 || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(media)) {
            throw new DomainProblem(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
        }
        return json.read(message.getBody().readAllBytes(), type.getType());
    }

    /// Relatives of JSON are taken here too, to be refused: the next converter would read them leniently.
    private static boolean isSomeJson(@Nullable MediaType media) {
        return media != null
                && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> value, @Nullable MediaType media) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public void write(
            Object value,
            ResolvableType type,
            @Nullable MediaType media,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new IllegalStateException("only reads");
    }
}
