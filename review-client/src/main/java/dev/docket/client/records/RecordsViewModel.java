package dev.docket.client.records;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.dto.people.PersonView;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The Records screen without its looks: what a platform owes the public, the EU and the CyberTipline. Use on the FX
/// thread only.
public final class RecordsViewModel implements ScreenModel {
    private final List<Section> sections;
    private final InstantSource clock;
    private final Transparency transparency;
    private final EuExport export;
    private final Reports reports;
    private final ReadOnlyObjectWrapper<Section> section;
    private final ReadOnlyObjectWrapper<Stretch> stretch = new ReadOnlyObjectWrapper<>(Stretch.MONTH);
    private final ReadOnlyObjectWrapper<Period> period;
    private final ReadOnlyObjectWrapper<@Nullable Told> told = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    public RecordsViewModel(RecordsApi api, Background background, InstantSource clock, PersonView person) {
        this.clock = clock;
        sections = Section.admitting(person.roles());
        section = new ReadOnlyObjectWrapper<>(sections.isEmpty() ? Section.TRANSPARENCY : sections.getFirst());
        period = new ReadOnlyObjectWrapper<>(Stretch.MONTH.before(today()));
        transparency = new Transparency(api, background, told::set);
        export = new EuExport(api, background);
        reports = new Reports(api, background, person.id(), told::set);
    }

    @Override
    public void open() {
        shown = true;
        lookAgain();
    }

    @Override
    public void shown() {
        open();
    }

    @Override
    public void hidden() {
        shown = false;
        transparency.stop();
        reports.putAside();
    }

    @Override
    public void close() {
        hidden();
        export.stop();
    }

    @Override
    public void reconnected() {
        if (shown) {
            lookAgain();
        }
    }

    @Override
    public void happened(LiveEvent event) {
        if (shown && section.get() == Section.NCMEC && event.isOf("report")) {
            reports.read();
        }
    }

    public void go(Section to) {
        if (sections.contains(to)) {
            told.set(null);
            section.set(to);
            lookAgain();
        }
    }

    /// Reads what is shown anew.
    public void lookAgain() {
        if (sections.isEmpty()) {
            return;
        }
        switch (section.get()) {
            case TRANSPARENCY -> transparency.read(period.get());
            case EXPORT -> {
                // Nothing is read before somebody wants it written.
            }
            case NCMEC -> reports.read();
        }
    }

    /// The last month, quarter, half-year, year, or what there is of this month.
    public void nextStretch() {
        stretch.set(stretch.get().next());
        choose(stretch.get().before(today()));
    }

    public void choose(Period chosen) {
        if (!chosen.equals(period.get())) {
            told.set(chosen.isSound() ? null : Told.done("period", ""));
            period.set(chosen);
            if (section.get() == Section.TRANSPARENCY) {
                transparency.read(chosen);
            }
        }
    }

    /// What the figures' file is called, or the export's folder, or a report's file; null where nothing can be kept.
    public @Nullable String fileName() {
        return switch (section.get()) {
            case TRANSPARENCY ->
                transparency.stateProperty().get() == State.READY
                        ? "transparency-" + period.get().name() + ".csv"
                        : null;
            case EXPORT ->
                export.isRunning() || !period.get().isSound()
                        ? null
                        : "statements-" + period.get().name();
            case NCMEC -> {
                var report = reports.selectedProperty().get();
                yield report == null ? null : "cybertip-" + report.id() + ".xml";
            }
        };
    }

    /// Writes what is shown.
    public void keep(Path to) {
        told.set(null);
        switch (section.get()) {
            case TRANSPARENCY -> transparency.keep(period.get(), to);
            case EXPORT -> export.run(period.get(), to);
            case NCMEC -> reports.keep(to);
        }
    }

    /// Stops what is under way, or puts aside what is open.
    public void putAside() {
        if (section.get() == Section.EXPORT) {
            export.stop();
        } else if (section.get() == Section.NCMEC) {
            reports.putAside();
        } else {
            transparency.stop();
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// Those that this person may see.
    public List<Section> sections() {
        return sections;
    }

    public Transparency transparency() {
        return transparency;
    }

    public EuExport export() {
        return export;
    }

    public Reports reports() {
        return reports;
    }

    public ReadOnlyObjectProperty<Section> sectionProperty() {
        return section.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Period> periodProperty() {
        return period.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Told> toldProperty() {
        return told.getReadOnlyProperty();
    }
}
