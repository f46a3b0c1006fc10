using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Scorecards that between them hold everything a scorecard can hold, over <see cref="Client"/>.</summary>
internal static class Models
{
    public static readonly double[] Knots = [-5, 0, 0.5, 1, 2.5, 5, 10, 40, 60, 100];

    private static readonly Scale Rising = Scale.Linear((0, 0), (10, 40), (100, 100));
    private static readonly Scale Falling = Scale.Linear((-5, 95), (0.5, 60), (40, 12.5), (60, 0));
    private static readonly Scale Steps = Scale.Steps((0, 10), (1, 30), (2.5, 50), (5, 70), (60, 100));
    private static readonly Scale OfMood = Scale.Levels((Mood.Warm, 100), (Mood.Cool, 50), (Mood.Cold, 0), (Mood.Unknown, double.NaN));
    private static readonly Scale OfEveryMood = Scale.Levels((Mood.Warm, 90), (Mood.Cool, 60), (Mood.Cold, 20), (Mood.Unknown, 45));

    public static IReadOnlyDictionary<string, Scorecard<Client, string>> All { get; } = new Dictionary<string, Scorecard<Client, string>>(StringComparer.Ordinal)
    {
        ["renormalize"] = Common(MissingData.Renormalize, null),
        ["renormalize with little"] = Common(MissingData.Renormalize, 0),
        ["renormalize with most"] = Common(MissingData.Renormalize, 0.8),
        ["assume the worst"] = Common(MissingData.AssumeWorst, null),
        ["assume the worst of some"] = Common(MissingData.AssumeWorst, 0.5),
        ["assume the middle"] = Common(MissingData.AssumeMidpoint, null),
        ["refuse"] = Common(MissingData.Refuse, null),
        ["refuse with coverage"] = Common(MissingData.Refuse, 1),
        ["steps"] = Over(New("steps")
            .Criterion("a", 0.1, f => f.Sales, Steps)
            .Criterion("b", 0.2, f => f.Visits, Steps)
            .Criterion("c", 0.7, f => f.Potential, Steps)),
        ["terms"] = Over(New("terms")
            .Criterion("mood", 1, f => f.Mood, OfMood)
            .Criterion("contact", 1, f => f.ContactMood, OfEveryMood)
            .Criterion("either", 1, f => f.Mood ?? Mood.Cold, OfEveryMood)
            .Criterion("chosen", 1, f => f.Mood == Mood.Warm ? 80 : f.ContactMood != Mood.Cold ? 40 : f.Sales, Rising)
            .Cap("cold", f => f.Mood == Mood.Cold, "B")
            .Cap("not warm", f => f.ContactMood != Mood.Warm, "A")
            .MissingData(MissingData.Renormalize, 0.25)),
        ["divisions"] = Over(New("divisions")
            .Criterion("double", 3, f => f.Sales / f.Margin, Rising)
            .Criterion("of a difference", 1, f => f.Potential / (f.Sales - f.Margin), Falling)
            .Criterion("nested", 1, f => f.Sales / (f.Margin / f.Potential), Falling)
            .Criterion("whole", 2, f => f.Orders / f.Visits, Steps)
            .Criterion("mixed", 1, f => f.Sales / f.Visits, Rising)
            .Criterion("decimal", 2, f => (double?)(f.Revenue / f.Cost), Rising)
            .Criterion("rest", 1, f => f.Orders % 3, Steps)
            .Criterion("by 8", 1, f => f.Sales / 8, Rising)
            .MissingData(MissingData.Renormalize, 0.1)),
        ["conditions"] = Over(New("conditions")
            .Criterion("greater", 1, f => f.Sales > 5 ? f.Margin : f.Potential, Rising)
            .Criterion("not", 1, f => !(f.Sales <= f.Margin) ? 70 : 20, Rising)
            .Criterion("null", 1, f => f.Margin == null ? f.Potential * 2 : f.Margin - 1, Rising)
            .Criterion("coalesce", 1, f => f.Sales ?? f.Margin ?? 30, Falling)
            .Criterion("floor", 1, f => Math.Floor(f.Potential!.Value / 2), Rising)
            .Criterion("flag", 1, f => f.Blocked == true ? 5 : -f.Margin, Falling)
            .Criterion("and", 1, f => f.Orders.HasValue && f.Revenue >= 2.5m || f.Branch == "steel" ? 100 : 0, Rising)
            .Cap("both", f => f.Sales > 40 && f.Margin > 40, "C")
            .Cap("neither", f => !(f.Sales > 40 || (f.Blocked ?? true)), "B")
            .MissingData(MissingData.AssumeWorst)),
        ["parts"] = Over(New("parts")
            .Criterion("reach", 2, f => f.Reach, Rising)
            .Criterion("growth", 1, f => f.Growth, Falling)
            .Criterion("rank", 1, f => f.Rank, Steps)
            .Criterion("active", 1, f => f.Active == true ? 90 : f.Active == false ? 10 : null, Rising)
            .Cap("inactive", f => !f.Active, "B")
            .Cap("shrinking", f => f.Growth < 1, "C")
            .MissingData(MissingData.Renormalize, 0.3)),
        ["parts of the client"] = New<Client>("parts of the client")
            .Criterion("reach", 2, c => c.Contact!.Reach, Rising)
            .Criterion("growth", 1, c => c.Region!.Growth + c.Share, Falling)
            .Criterion("active", 1, c => c.Contact!.Active ? 90 : 10, Rising)
            .Criterion("mood", 1, c => c.Contact!.Mood, OfMood)
            .Cap("inactive", c => !c.Contact!.Active, "B")
            .Cap("nowhere", c => c.Region == null, "A")
            .MissingData(MissingData.AssumeMidpoint).Build(),
        ["left out"] = Over(New("left out")
            .Criterion("a", 1, f => f.Sales, Rising)
            .Criterion("null", 1, f => f.LeftOut, Rising)
            .Criterion("in a division", 1, f => f.Sales / f.LeftOut, Rising)
            .Criterion("in a condition", 1, f => f.LeftOut > 3 ? 1 : f.LeftOut ?? 50, Rising)
            .Criterion("two", 1, f => f.Potential / f.LeftOutTwo, Rising)
            .Criterion("fixed", 1, f => 12.5, Rising)
            .Cap("never", f => f.LeftOut > 3, "C")
            .Cap("always", f => f.LeftOutTwo == 2, "A")
            .MissingData(MissingData.Renormalize)),
        ["never missing"] = Over(New("never missing")
            .Criterion("visits", 1, f => f.Visits, Rising).Criterion("cost", 1, f => (double?)f.Cost, Falling).Criterion("twice", 0, f => f.Visits * 2, Steps)),
        ["stored facts"] = New("stored facts")
            .Criterion("sales", 2, f => f.Sales, Rising)
            .Criterion("visits", 1, f => f.Visits, Steps)
            .Criterion("mood", 2, f => f.Mood, OfMood)
            .Criterion("per visit", 1, f => (double?)f.Revenue / f.Visits, Falling)
            .Criterion("condition", 1, f => f.Blocked == true || f.Visits > 3 ? 10 : 90, Rising)
            .Cap("blocked", f => f.Blocked, "C")
            .Cap("few", f => f.Orders < 4, "B")
            .MissingData(MissingData.Renormalize, 0.3).Build().Over<Client>(c => c.Collected!),
        ["in two steps"] = Common(MissingData.Renormalize, 0.5).Over<Client>(c => c),
    };

    private static Scorecard<Client, string> Common(MissingData policy, double? coverage) => Over(New("common")
        .Group("money", 0.5, g => g
            .Criterion("sales", 2, f => f.Sales, Rising)
            .Criterion("margin", 1, f => f.Margin, Falling)
            .Criterion("revenue", 1, f => (double?)f.Revenue, Rising))
        .Group("people", 0.3, g => g.Criterion("visits", 1, f => f.Visits, Steps).Criterion("mood", 2, f => f.Mood, OfMood))
        .Criterion("share", 0.4, f => f.Share, Rising)
        .Criterion("not yet", 0, f => f.Potential, Rising)
        .Cap("blocked", f => f.Blocked, "C")
        .Cap("few orders", f => f.Orders < 2, "B")
        .Cap("thin", f => f.Margin < 1 && f.Orders > 10, "D")
        .MissingData(policy, coverage));

    private static ScorecardBuilder<Facts, string> New(string id) => New<Facts>(id);

    private static ScorecardBuilder<TFacts, string> New<TFacts>(string id) =>
        Scorecard.For<TFacts, string>(id).Bands((0, "D"), (20, "C"), (40, "B"), (60, "A"), (75.5, "A+"));

    private static Scorecard<Client, string> Over(ScorecardBuilder<Facts, string> facts) => facts.Build().Over<Client>(c => new Facts
    {
        Sales = c.Turnover,
        Margin = c.Margin,
        Potential = c.Potential,
        Share = c.Share * 100,
        Visits = c.Visits,
        Orders = c.Orders,
        Revenue = c.Revenue,
        Cost = c.Cost,
        Blocked = c.Blocked,
        Branch = c.Branch,
        Mood = c.Mood,
        Reach = c.Contact!.Reach,
        Active = c.Contact.Active,
        ContactMood = c.Contact.Mood,
        Growth = c.Region!.Growth,
        Rank = c.Region.Rank,
    });
}
