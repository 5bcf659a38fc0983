package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.FloorWatch;
import dev.docket.backend.queue.LoadForecast;
import dev.docket.backend.queue.Promising;
import dev.docket.dto.Paths;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.QueueTarget;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The floor, for whoever runs it.
@RestController
class FloorController {
    private final FloorWatch watch;
    private final LoadForecast forecasts;
    private final Promising promising;

    FloorController(FloorWatch watch, LoadForecast forecasts, Promising promising) {
        this.watch = watch;
        this.forecasts = forecasts;
        this.promising = promising;
    }

    @GetMapping(Paths.FLOOR)
    @Requires(roles = Role.SUPERVISOR)
    FloorView floor(Caller.Person person) {
        return watch.view();
    }

    @GetMapping(Paths.FLOOR_FORECAST)
    @Requires(roles = Role.SUPERVISOR)
    Forecast forecast(Caller.Person person) {
        return forecasts.latest();
    }

    @PutMapping(Paths.QUEUES + "/{key}/target")
    @Requires(roles = Role.SUPERVISOR)
    QueueTarget promise(@PathVariable String key, @RequestBody QueueTarget target, Caller.Person person) {
        return promising.promise(person, key, target);
    }
}
