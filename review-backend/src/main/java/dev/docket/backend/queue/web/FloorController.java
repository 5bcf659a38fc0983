package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Dividing;
import dev.docket.backend.queue.FloorWatch;
import dev.docket.backend.queue.LoadForecast;
import dev.docket.backend.queue.Promising;
import dev.docket.dto.Paths;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.QueueSources;
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
    private final Dividing dividing;

    FloorController(FloorWatch watch, LoadForecast forecasts, Promising promising, Dividing dividing) {
        this.watch = watch;
        this.forecasts = forecasts;
        this.promising = promising;
        this.dividing = dividing;
    }

    @GetMapping(Paths.FLOOR)
    @Requires(roles = Role.SUPERVISOR)
    FloorView floor(Caller.Person person) {
        return watch.view(person);
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

    @GetMapping(Paths.QUEUES + "/{key}/sources")
    @Requires(roles = Role.SUPERVISOR)
    QueueSources sources(@PathVariable String key, Caller.Person person) {
        return dividing.of(key);
    }

    @PutMapping(Paths.QUEUES + "/{key}/sources")
    @Requires(roles = Role.SUPERVISOR)
    QueueSources divide(@PathVariable String key, @RequestBody QueueSources sources, Caller.Person person) {
        return dividing.divide(person, key, sources);
    }
}
