using System.Linq.Expressions;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class CapTests
{
    public static TheoryData<string> Conditions => [.. Measures.Conditions.Select(condition => condition.Name)];

    [Fact]
    public void A_cap_that_holds_limits_the_band_and_never_the_score()
    {
        var assessment = Cards.Capped(f => f.Flag).Everywhere(new() { Plain = 80, Flag = true });
        (assessment.Score, assessment.Band).Should().Be((80, "C"));
        assessment.Caps.Should().Equal(new AppliedCap("cap", CapState.Applied, true));
    }

    [Theory]
    [InlineData(80, false, "A", CapState.NotNeeded)]
    [InlineData(80, null, "A", CapState.NotEvaluated)]
    [InlineData(20, true, "C", CapState.NotNeeded)]
    [InlineData(20, null, "C", CapState.NotEvaluated)]
    [InlineData(double.NaN, true, null, CapState.NotEvaluated)]
    [InlineData(double.NaN, false, null, CapState.NotEvaluated)]
    public void A_cap_says_what_it_did(double score, bool? flag, string? band, CapState state)
    {
        var assessment = Cards.Capped(f => f.Flag).Everywhere(new() { Plain = score, Flag = flag });
        assessment.Band.Should().Be(band);
        assessment.Caps.Should().Equal(new AppliedCap("cap", state, flag));
    }

    [Theory]
    [InlineData(true, true, "C", CapState.Applied, CapState.Applied)]
    [InlineData(true, false, "B", CapState.Applied, CapState.NotNeeded)]
    [InlineData(false, true, "C", CapState.NotNeeded, CapState.Applied)]
    [InlineData(false, null, "A", CapState.NotNeeded, CapState.NotEvaluated)]
    [InlineData(null, true, "C", CapState.NotEvaluated, CapState.Applied)]
    public void Of_two_caps_that_hold_the_lower_one_limits(bool? first, bool? second, string band, CapState one, CapState other)
    {
        var scorecard = Cards.New().Criterion("m", 1, f => 90, Cards.AsItIs)
            .Cap("to B", f => f.Flag, "B").Cap("to C", f => f.A > 0, "C").Cap("to A", f => true, "A").Build();
        var assessment = scorecard.Everywhere(new() { Flag = first, A = second switch { null => null, true => 1, false => 0 } });
        assessment.Band.Should().Be(band);
        assessment.Caps.Select(cap => cap.State).Should().Equal(one, other, CapState.NotNeeded);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Every_shape_of_condition_is_true_false_or_unknown_as_its_words_say(string name)
    {
        var condition = Measures.Conditions.Single(each => each.Name == name);
        var scorecard = new Executions<Figures, string>(Cards.Capped(condition.Expression));
        var part = new Part { Active = true };
        var all =
            new Figures { Plain = 90, A = 0.25, B = 5, C = 2, D = 3, Count = 2, Amount = 1m, Flag = true, Standing = Standing.Poor,
                Part = part };
        foreach (var facts in new[]
        {
            all,
            all with { A = 9, Flag = false, Standing = Standing.Good, Part = new(), Count = 3, D = 1, C = 5, Amount = 2m, Whole = 1 },
            all with { A = null, Flag = null, Standing = null, Part = null },
            all with { B = null, C = null, D = null, Count = null, Amount = null },
            all with { A = 0, D = 0, Amount = null },
            new() { Plain = 90 },
        })
        {
            scorecard.Of(facts).Caps[0].Holds.Should().Be(condition.InWords(facts), "of {0}", facts);
        }
    }

    [Fact]
    public void A_comparison_with_what_is_not_known_is_unknown_and_so_is_its_negation()
    {
        Holds(f => f.A > 90, new()).Should().BeNull();
        Holds(f => !(f.A > 90), new()).Should().BeNull();
        Holds(f => f.A == f.B, new()).Should().BeNull();
        Holds(f => f.A != 3, new()).Should().BeNull();
        Holds(f => f.Standing != Standing.Good, new()).Should().BeNull();
        Holds(f => f.A / f.B > 1, new() { A = 1, B = 0 }).Should().BeNull();
        Holds(f => f.Part!.Depth > 1, new()).Should().BeNull();
        Holds(f => f.Flag == true ? f.A > 1 : f.B > 1, new() { A = 2, B = 2 }).Should().BeNull();
    }

    [Fact]
    public void A_question_whether_something_is_known_has_an_answer()
    {
        Holds(f => f.A == null, new()).Should().BeTrue();
        Holds(f => f.A != null, new()).Should().BeFalse();
        Holds(f => f.A.HasValue, new()).Should().BeFalse();
        Holds(f => !f.A.HasValue, new()).Should().BeTrue();
        Holds(f => (f.A ?? 100) > 90, new()).Should().BeTrue();
        Holds(f => f.Part == null, new()).Should().BeTrue();
        Holds(f => f.Standing == null, new()).Should().BeTrue();
    }

    [Fact]
    public void Unknown_is_decided_by_the_other_side_where_that_decides()
    {
        Holds(f => f.A > 90 && f.B > 90, new() { B = 1 }).Should().BeFalse();
        Holds(f => f.A > 90 && f.B > 90, new() { B = 91 }).Should().BeNull();
        Holds(f => f.A > 90 || f.B > 90, new() { B = 91 }).Should().BeTrue();
        Holds(f => f.A > 90 || f.B > 90, new() { B = 1 }).Should().BeNull();
        Holds(f => !(f.A > 90 && f.B > 90), new() { B = 1 }).Should().BeTrue();
        Holds(f => !(f.A > 90 || f.B > 90), new() { B = 1 }).Should().BeNull();
        Holds(f => !f.Flag | f.B > 90, new() { B = 91 }).Should().BeTrue();
    }

    private static bool? Holds(Expression<Func<Figures, bool?>> when, Figures facts) =>
        Cards.Capped(when).Everywhere(facts with { Plain = 90 }).Caps[0].Holds;
}
