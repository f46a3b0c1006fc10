using KeyAccount.Core.Planning;

namespace KeyAccount.Core.Tests.Planning;

/// <summary>What happens at the ends of ranges and with what is not given.</summary>
public class PlanningEdgeTests
{
    private static readonly ResponseCurve Curve = ResponseCurve.Exponential(100, 1);

    [Fact]
    public void Numbers_that_cannot_be_are_refused_by_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        Refused("kind", () => _ = new ResponseCurve(null!, 0, 1, 1));
        Refused("floor", () => _ = new ResponseCurve(ResponseKind.Adbudg, double.NaN, 1, 1));
        Refused("ceiling", () => _ = new ResponseCurve(ResponseKind.Adbudg, 2, 1, 1));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Adbudg, 0, 1, 1, 0));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Adbudg, 0, 1, 1, 101));
        Refused("exponent", () => _ = new ResponseCurve(ResponseKind.Exponential, 0, 1, 1, 2));
        Refused("potential", () => ResponseCurve.Exponential(-1, 1));
        Refused("none", () => ResponseCurve.Adbudg(double.NaN, 10, 5, 6));
        Refused("saturation", () => ResponseCurve.Adbudg(1, 0, .5, .6));
        Refused("effortToday", () => ResponseCurve.Adbudg(0, 10, 5, 6, 0));
        Refused("today", () => ResponseCurve.Adbudg(0, 10, 0, 6));
        Refused("today", () => ResponseCurve.Adbudg(0, 10, 10, 11));
        Refused("withHalfMore", () => ResponseCurve.Adbudg(0, 10, 5, 5));
        Refused("withHalfMore", () => ResponseCurve.Adbudg(0, 10, 5, 10));
        Refused("response", () => _ = new MatchTarget("a", null!));
        Refused("least", () => _ = new MatchTarget("a", Curve, -1));
        Refused("most", () => _ = new MatchTarget("a", Curve, 2, 1));
        Refused("given", () => _ = new ServedAccount("a", -1, 0));
        Refused("due", () => _ = new ServedAccount("a", 0, double.NaN));
        Refused("targets", () => ResourceMatching.Greedy(null!, 1));
        Refused("targets", () => ResourceMatching.Greedy([null!], 1));
        Refused("targets", () => ResourceMatching.Greedy([new("a", Curve), new("a", Curve)], 1));
        Refused("units", () => ResourceMatching.Greedy([], -1));
        Refused("units", () => ResourceMatching.Greedy([new("a", Curve, 2)], 1));
        Refused("objective", () => Smart.Check(null!));
        Refused("later", () => new PlanVersion([]).ChangesTo(null!));
    }
}
