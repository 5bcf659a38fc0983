package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Showing;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An item's images and videos as pictures to look at.
@RestController
class MediaController {
    /// As long as somebody looks at an item; kept by the desk alone.
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Showing showing;

    MediaController(Showing showing) {
        this.showing = showing;
    }

    @GetMapping(Paths.ITEMS + "/{id}/media/{index}")
    @Requires(roles = {Role.MODERATOR, Role.POLICY})
    @Answers(status = 200, media = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> show(
            @PathVariable String id,
            @PathVariable int index,
            @RequestParam(defaultValue = "1280") int side,
            @RequestParam(defaultValue = "0") double second,
            Caller.Person caller) {
        var item = Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item for you."));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .body(showing.show(caller, item, index, side, second));
    }
}
