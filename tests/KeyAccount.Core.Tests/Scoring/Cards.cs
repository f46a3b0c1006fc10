using System.Linq.Expressions;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Small scorecards over <see cref="Figures"/>.</summary>
internal static class Cards
{
    /// <summary>Points are the raw value, held at 0 and 100.</summary>
    public static readonly Scale AsItIs = Scale.Linear((0, 0), (100, 100));

    public static readonly Scale OfStanding =
        Scale.Levels((Standing.Good, 100), (Standing.Fair, 50), (Standing.Poor, 0), (Standing.Unknown, double.NaN));

    /// <summary>A scorecard with bands C, B from 50 and A from 75, still to be given criteria.</summary>
    public static ScorecardBuilder<Figures, string> New() => Scorecard.For<Figures, string>("card").Bands((0, "C"), (50, "B"), (75, "A"));

    /// <summary>The scorecard of one criterion "m".</summary>
    public static Scorecard<Figures, string> Of(Expression<Func<Figures, double?>> measure) =>
        New().Criterion("m", 1, measure, AsItIs).Build();

    /// <summary>What a measure is in all executions; null where it is not known.</summary>
    public static double? Raw(Expression<Func<Figures, double?>> measure, Figures facts) =>
        Of(measure).Everywhere(facts).Contributions[0].Raw;

    /// <summary>A scorecard whose score is A, under one cap "cap" to C.</summary>
    public static Scorecard<Figures, string> Capped(Expression<Func<Figures, bool?>> when) =>
        New().Criterion("m", 1, f => f.Plain, AsItIs).Cap("cap", when, "C").Build();

    /// <summary>What a model that is wrong says of itself.</summary>
    public static IEnumerable<string> FaultsOf(Action build) =>
        build.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString());
}
