package dev.docket.client.insights;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// One question without its looks. Use on the FX thread only.
///
/// Its words are `insights.panel.<id>.title`, the question; `.meaning`, what is drawn; and
/// `.empty`, what an empty panel says and when there will be something.
public interface PanelModel {
    /// What the panel shows.
    enum State {
        LOADING,
        READY,
        EMPTY,
        OFFLINE,
        ERROR
    }

    /// Its name: lower case, with dashes.
    String id();

    /// Asks the floor anew. What was read last stays until there is an answer.
    void read(Span span);

    /// Goes on to the next of its values, or back; the one at hand is said below the chart.
    void step(int by);

    ReadOnlyObjectProperty<State> stateProperty();

    /// What is drawn, as a file; null while nothing is.
    @Nullable Export export();
}
