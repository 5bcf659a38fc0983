package dev.docket.client.shell;

import dev.docket.client.api.HttpAppealsApi;
import dev.docket.client.api.HttpFiltersApi;
import dev.docket.client.api.HttpInsightsApi;
import dev.docket.client.api.HttpJobsApi;
import dev.docket.client.api.HttpLabelSetsApi;
import dev.docket.client.api.HttpModelsApi;
import dev.docket.client.api.HttpPeopleApi;
import dev.docket.client.api.HttpPoliciesApi;
import dev.docket.client.api.HttpRecordsApi;
import dev.docket.client.api.HttpSearchApi;
import dev.docket.client.api.HttpSupervisorApi;
import dev.docket.client.api.HttpWavesApi;
import dev.docket.client.appeals.AppealsView;
import dev.docket.client.appeals.AppealsViewModel;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.control.SaveDialog;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.insights.InsightsView;
import dev.docket.client.insights.InsightsViewModel;
import dev.docket.client.insights.Panel;
import dev.docket.client.insights.Panels;
import dev.docket.client.labels.LabelsView;
import dev.docket.client.labels.LabelsViewModel;
import dev.docket.client.people.PeopleView;
import dev.docket.client.people.PeopleViewModel;
import dev.docket.client.policies.PoliciesView;
import dev.docket.client.policies.PoliciesViewModel;
import dev.docket.client.records.RecordsView;
import dev.docket.client.records.RecordsViewModel;
import dev.docket.client.review.ReviewView;
import dev.docket.client.search.SearchView;
import dev.docket.client.search.SearchViewModel;
import dev.docket.client.supervisor.SupervisorView;
import dev.docket.client.supervisor.SupervisorViewModel;
import dev.docket.client.waves.WavesView;
import dev.docket.client.waves.WavesViewModel;
import dev.docket.dto.people.Role;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How each screen is built: its view-model over its port, its view over both. A screen that is
/// not in here does not exist yet and is shown to nobody.
final class ScreenMakers {
    /// A screen that was built.
    record Screen(ScreenView view, ScreenModel model) {}

    private final Workplace workplace;
    private final Messages messages;
    private final Shortcuts shortcuts;

    ScreenMakers(Workplace workplace, Messages messages, Shortcuts shortcuts) {
        this.workplace = workplace;
        this.messages = messages;
        this.shortcuts = shortcuts;
    }

    Map<DeskScreen, Supplier<Screen>> all() {
        var makers = new EnumMap<DeskScreen, Supplier<Screen>>(DeskScreen.class);
        makers.put(DeskScreen.REVIEW, this::review);
        makers.put(DeskScreen.APPEALS, this::appeals);
        makers.put(DeskScreen.SUPERVISOR, this::supervisor);
        makers.put(DeskScreen.WAVES, this::waves);
        makers.put(DeskScreen.POLICIES, this::policies);
        makers.put(DeskScreen.INSIGHTS, this::insights);
        makers.put(DeskScreen.LABELS, this::labels);
        makers.put(DeskScreen.RECORDS, this::records);
        makers.put(DeskScreen.SEARCH, this::search);
        makers.put(DeskScreen.PEOPLE, this::people);
        return makers;
    }

    private Screen appeals() {
        var here = workplace.here();
        var api = new HttpAppealsApi(workplace.floor());
        var model = new AppealsViewModel(api, here.background(), here.clock(), ZoneId.systemDefault());
        return new Screen(Fxml.load(AppealsView.class, () -> new AppealsView(model, messages, shortcuts)), model);
    }

    private Screen search() {
        var here = workplace.here();
        boolean mayReverse = workplace.person().roles().contains(Role.SENIOR);
        boolean runsTheFloor = workplace.person().roles().contains(Role.SUPERVISOR);
        var model = new SearchViewModel(
                new HttpSearchApi(workplace.floor()), here.background(), here.clock(), mayReverse, runsTheFloor);
        return new Screen(Fxml.load(SearchView.class, () -> new SearchView(model, messages, shortcuts)), model);
    }

    private Screen supervisor() {
        var here = workplace.here();
        var api = new HttpSupervisorApi(workplace.floor());
        var model = new SupervisorViewModel(api, here.background(), here.clock(), this::showWave);
        return new Screen(Fxml.load(SupervisorView.class, () -> new SupervisorView(model, messages, shortcuts)), model);
    }

    private void showWave(String wave) {
        workplace.screens().go(DeskScreen.WAVES, WavesViewModel.class, waves -> waves.open(wave));
    }

    private Screen waves() {
        var here = workplace.here();
        var api = new HttpWavesApi(workplace.floor(), workplace.person());
        var model = new WavesViewModel(api, here.background(), here.clock());
        return new Screen(Fxml.load(WavesView.class, () -> new WavesView(model, messages, shortcuts)), model);
    }

    private Screen policies() {
        var api = new HttpPoliciesApi(workplace.floor());
        var model = new PoliciesViewModel(api, workplace.here().background(), workplace.person());
        return new Screen(Fxml.load(PoliciesView.class, () -> new PoliciesView(model, messages, shortcuts)), model);
    }

    private Screen insights() {
        var background = workplace.here().background();
        var panels = panels();
        var model = new InsightsViewModel(panels.stream().map(Panel::model).toList(), background);
        return new Screen(
                Fxml.load(
                        InsightsView.class,
                        () -> new InsightsView(model, panels, messages, shortcuts, SaveDialog.ofTheSystem())),
                model);
    }

    /// In the order of the screen.
    private List<Panel> panels() {
        var background = workplace.here().background();
        var api = new HttpInsightsApi(workplace.floor());
        return List.copyOf(Panels.of(workplace.person(), api, background, messages));
    }

    private Screen records() {
        var here = workplace.here();
        var model = new RecordsViewModel(
                new HttpRecordsApi(workplace.floor()), here.background(), here.clock(), workplace.person());
        return new Screen(
                Fxml.load(
                        RecordsView.class, () -> new RecordsView(model, messages, shortcuts, SaveDialog.ofTheSystem())),
                model);
    }

    private Screen labels() {
        var floor = workplace.floor();
        var models = new HttpModelsApi(floor);
        var ports = new LabelsViewModel.Ports(
                new HttpLabelSetsApi(floor), new HttpJobsApi(floor), models, models, models, models, models);
        var model = new LabelsViewModel(ports, workplace.here().background(), workplace.person());
        var dialogs = new LabelsView.Dialogs(SaveDialog.ofTheSystem(), OpenDialog.ofTheSystem());
        return new Screen(
                Fxml.load(LabelsView.class, () -> new LabelsView(model, messages, shortcuts, dialogs)), model);
    }

    private Screen people() {
        var model = new PeopleViewModel(
                new HttpPeopleApi(workplace.floor()),
                new HttpFiltersApi(workplace.floor()),
                workplace.here().background());
        return new Screen(
                Fxml.load(PeopleView.class, () -> new PeopleView(model, messages, shortcuts, OpenDialog.ofTheSystem())),
                model);
    }

    private Screen review() {
        var model = workplace.review();
        return new Screen(Fxml.load(ReviewView.class, () -> new ReviewView(model, messages, shortcuts)), model);
    }
}
