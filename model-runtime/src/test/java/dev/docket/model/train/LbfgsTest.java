package dev.docket.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
    @Test
    void aNarrowValleyIsFollowedToItsBottom() {
        Lbfgs.Function rosenbrock = (x, slope) -> {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            slope[0] = -2 * a - 400 * x[0] * b;
            slope[1] = 200 * b;
            return a * a + 100 * b * b;
        };

        double[] bottom = new Lbfgs(rosenbrock, 200, 1e-8).minimise(new double[] {-1.2, 1});

        assertThat(bottom[0]).isCloseTo(1, within(1e-5));
        assertThat(bottom[1]).isCloseTo(1, within(1e-5));
    }

    @Test
    void itStopsWhereItBeganWhenNothingIsToBeGained() {
        Lbfgs.Function bowl = (x, slope) -> {
            slope[0] = 2 * x[0];
            return x[0] * x[0];
        };

        assertThat(new Lbfgs(bowl, 50, 1e-9).minimise(new double[] {0})).containsExactly(0);
    }
}
