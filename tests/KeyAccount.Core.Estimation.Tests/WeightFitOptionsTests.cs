namespace KeyAccount.Core.Estimation.Tests;

public sealed class WeightFitOptionsTests
{
    [Fact]
    public void Options_keep_what_is_in_range_and_refuse_the_rest()
    {
        var options = WeightFitOptions.Default with { EventsPerWeight = 20, MostFolds = 1, Confidence = 0.9 };
        (options.EventsPerWeight, options.MostFolds, options.Confidence).Should().Be((20, 1, 0.9));
        foreach (var wrong in (Action[])[
            () => _ = options with { EventsPerWeight = 0 }, () => _ = options with { MostFolds = 0 }, () => _ = options with { Confidence = 1 }])
            wrong.Should().Throw<ArgumentOutOfRangeException>();
    }
}
