using System.Globalization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>What a measure reads, in all executions: what random scorecards do not show by name.</summary>
public class MeasureTests
{
    private static readonly double Readonly = 4;

    private const double Constant = 8;

    public static TheoryData<string> Shapes => [.. Measures.All.Select(measure => measure.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_says_what_its_words_say(string name)
    {
        var measure = Measures.All.Single(each => each.Name == name);
        var scorecard = new Executions<Figures, string>(Cards.Of(measure.Expression));
        var part = new Part { Depth = 30, Height = 2, Active = true, Inner = new() { Height = 7 } };
        var numbers = new Figures { A = 6, B = 2, C = 9, D = 3, Plain = 11, Ratio = 0.1f, Count = 5, Whole = 2, Amount = 2.5m };
        var all = numbers with { Flag = true, Standing = Standing.Good, Part = part };
        var other = numbers with { A = 2, Flag = false, Standing = Standing.Poor, Part = new() };
        foreach (var facts in new[] { all, other, numbers, all with { Count = 0, Whole = 0, B = 0 }, new() })
            scorecard.Of(facts).Contributions[0].Raw.Should().Be(measure.InWords(facts));
    }

    [Fact]
    public void A_captured_variable_is_a_constant_from_the_definition_on()
    {
        var (factor, holder) = (2.0, new Holder { Value = 3, Inner = new() { Value = 5 } });
        var builder = Cards.New()
            .Criterion("m", 1, f => (f.A * factor) + holder.Value + holder.Inner.Value + Readonly + Constant, Cards.AsItIs);
        factor = 20;
        holder.Value = 30;
        var scorecard = builder.Build();
        holder.Inner = new() { Value = 50 };
        var over = scorecard.Over<Holder>(h => new Figures { A = h.Value * factor });
        factor = 200;

        scorecard.Everywhere(new() { A = 1 }).Contributions[0].Raw.Should().Be(2 + 3 + 5 + 4 + 8);
        over.Everywhere(new() { Value = 1 }).Contributions[0].Raw.Should().Be(40 + 3 + 5 + 4 + 8);
        over.Over<Holder>(h => h).Everywhere(new() { Value = 1 }).Contributions[0].Raw.Should().Be(40 + 3 + 5 + 4 + 8);
    }

    [Fact]
    public void A_captured_condition_is_a_constant_too()
    {
        var limit = 10.0;
        var scorecard = Cards.Capped(f => f.A > limit);
        limit = 1;
        scorecard.Everywhere(new() { Plain = 80, A = 5 }).Band.Should().Be("A");
        limit.Should().Be(1);
    }

    [Fact]
    public void A_captured_null_is_not_known()
    {
        double? nothing = null;
        Holder? nobody = null;
        Cards.Raw(f => f.A + nothing, new() { A = 1 }).Should().BeNull();
        Cards.Raw(f => f.A + nobody!.Value, new() { A = 1 }).Should().BeNull();
        Cards.Raw(f => nothing ?? f.A, new() { A = 1 }).Should().Be(1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    public void A_division_by_zero_is_not_known(string text)
    {
        var zero = double.Parse(text, CultureInfo.InvariantCulture);
        var facts = new Figures { A = 6, B = zero, Count = 0, Whole = 0, Amount = 0m };
        Cards.Raw(f => f.A / f.B, facts).Should().BeNull();
        Cards.Raw(f => 0 / f.B, facts).Should().BeNull();
        Cards.Raw(f => f.A / zero, facts).Should().BeNull();
        Cards.Raw(f => f.A / 0, facts).Should().BeNull();
        Cards.Raw(f => 7 / f.Count, facts).Should().BeNull();
        Cards.Raw(f => 7 / f.Whole, facts).Should().BeNull();
        Cards.Raw(f => 7 % f.Whole, facts).Should().BeNull();
        Cards.Raw(f => (double?)(7m / f.Amount), facts).Should().BeNull();
        Cards.Raw(f => (double?)(7m % f.Amount), facts).Should().BeNull();
        Cards.Raw(f => f.A / f.B ?? 3, facts).Should().Be(3);
        Cards.Raw(f => f.A / (f.Plain / f.B), facts with { Plain = 1 }).Should().BeNull();
    }

    [Fact]
    public void Whole_numbers_divide_without_a_rest() => Cards.Raw(f => f.Count / 2, new() { Count = 7 }).Should().Be(3);

    [Fact]
    public void A_fact_of_something_that_is_not_there_is_not_known()
    {
        var deep = new Figures { Part = new() { Inner = new() { Depth = 5, Active = true } } };
        Cards.Raw(f => f.Part!.Inner!.Depth, deep).Should().Be(5);
        Cards.Raw(f => f.Part!.Inner!.Depth + 1, new() { Part = new() }).Should().BeNull();
        Cards.Raw(f => f.Part!.Inner!.Depth, new()).Should().BeNull();
        Cards.Raw(f => f.Part!.Inner!.Active && f.Part.Inner.Depth > 1 ? 2 : 1, deep).Should().Be(2);
        Cards.Raw(f => f.Part!.Active || !f.Part!.Active ? 2 : 1, new()).Should().Be(1);
        Cards.Raw(f => f.Part == null ? 1 : f.Part.Inner != null ? 3 : 2, new() { Part = new() }).Should().Be(2);
        Cards.New().Criterion("m", 1, f => f.Part!.Inner!.Standing, Cards.OfStanding).Build().Everywhere(new()).IsRated.Should().BeFalse();
    }

    [Fact]
    public void A_value_may_be_taken_out_of_its_nullable()
    {
        Cards.Raw(f => f.A!.Value, new() { A = 5 }).Should().Be(5);
        Cards.Raw(f => f.A!.Value, new()).Should().BeNull();
        Cards.Raw(f => f.A.GetValueOrDefault(), new()).Should().Be(0);
        Cards.Raw(f => f.A.GetValueOrDefault(3), new()).Should().Be(3);
        Cards.Raw(f => f.Flag.GetValueOrDefault() ? 1 : 0, new()).Should().Be(0);
        OfDated(new(2026, 3, 31)).Contributions[0].Raw.Should().Be(26);
        OfDated(null).Contributions[0].Raw.Should().BeNull();

        static Assessment<string> OfDated(DateTime? since) => Scorecard.For<Dated, string>("dated")
            .Criterion("m", 1, f => f.Since!.Value.Year - 2000, Cards.AsItIs).Bands((0, "any")).Build().Everywhere(new() { Since = since });
    }

    [Fact]
    public void NaN_is_not_known_and_takes_part_in_nothing()
    {
        Cards.Raw(f => f.A, new() { A = double.NaN }).Should().BeNull();
        Cards.Raw(f => f.A + 1, new() { A = double.NaN }).Should().BeNull();
        Cards.Raw(f => f.Ratio, new() { Ratio = float.NaN }).Should().BeNull();
        Cards.Of(f => f.Plain).Everywhere(new() { Plain = double.NaN })
            .Should().Be(Cards.Of(f => f.Plain).Everywhere(new() { Plain = 0.0 / 0 * 1 }));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_infinite_measure_is_an_error_that_names_the_criterion_and_in_a_database_not_known(double raw)
    {
        var scorecard = Cards.New().Criterion("fine", 1, f => f.B, Cards.AsItIs).Criterion("endless", 1, f => f.A, Cards.AsItIs).Build();
        Figures fine = new() { A = 1, B = 80 }, endless = new() { A = raw, B = 80 };
        var message = FormattableString.Invariant(
            $"criteria[\"endless\"]: the measure is {raw}; it must be finite, or null when it is not known.");

        foreach (var misuse in new Action[] { () => scorecard.Assess(endless), () => scorecard.Score(endless), () => scorecard.BandOf(
            endless) })
            misuse.Should().Throw<ArgumentException>().WithMessage(message);
        var all = () => scorecard.ScoreAll([fine, fine, endless], new double[3]);
        all.Should().Throw<ArgumentException>().WithMessage($"facts[2]: {message}*");
        scorecard.ToExpression().Compile()(endless).Should().Be(80);
        scorecard.InBand("A").Compile()(endless).Should().BeTrue();
    }

    [Fact]
    public void An_enumeration_is_compared_and_counted()
    {
        var scorecard = Scorecard.For<Dated, string>("dated")
            .Criterion("m", 1, f => f.Kind == DayOfWeek.Friday ? 10 : (int)f.Kind, Cards.AsItIs)
            .Criterion("n", 1, f => f.Perhaps == DayOfWeek.Friday ? 10 : 20, Cards.AsItIs).Bands((0, "any")).Build();
        scorecard.Everywhere(new() { Kind = DayOfWeek.Friday, Perhaps = DayOfWeek.Friday }).Contributions.Select(each => each.Raw)
            .Should().Equal(10, 10);
        scorecard.Over<Source>(s => new() { Kind = s.Kind, Perhaps = s.Kind }).Everywhere(new() { Kind = DayOfWeek.Tuesday })
            .Contributions.Select(each => each.Raw).Should().Equal(2, 20);
    }

    private sealed class Holder
    {
        public double Value { get; set; }

        public Holder Inner { get; set; } = null!;
    }

    private sealed class Dated
    {
        public DateTime? Since { get; init; }

        public DayOfWeek Kind { get; init; }

        public DayOfWeek? Perhaps { get; init; }
    }

    private sealed class Source
    {
        public DayOfWeek Kind { get; init; }
    }
}
