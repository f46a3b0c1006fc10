using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A topic from outside, in this one file: whether our carbon footprint is good enough for the customer's own targets.</summary>
internal sealed partial class SustainabilityTopic() : AccountTopic<SustainabilityTopic.Part, SustainabilityTopic.Judgement>(
    new("sustainability", new("sustainability", "可持续发展", "可持續發展"), new("Do we help it reach its targets?", "我们能否帮助其达成目标？", "我們能否幫助其達成目標？")),
    Json.Default.Part,
    Json.Default.Judgement)
{
    /// <summary>What it takes of the account file.</summary>
    public sealed record Part
    {
        public double? TargetReduction { get; init; }

        public double? OurReduction { get; init; }

        public decimal? TenderValue { get; init; }
    }

    /// <summary>What it judges, and what findings are decided by.</summary>
    public sealed record Judgement
    {
        public double? Gap { get; init; }

        public double Score { get; init; }

        public decimal? TenderValue { get; init; }

        public string? Tier { get; init; }
    }

    public override string Version => "2026";

    public override IReadOnlyList<AccountColumn> Columns { get; } =
        [new("topics.sustainability.targetReduction", "fraction"), new("topics.sustainability.ourReduction", "fraction")];

    public override IReadOnlyList<IModel> Models => [Card];

    public override DecisionTable<TopicFacts<Judgement>, Stake> Findings { get; } = DecisionTable
        .For<TopicFacts<Judgement>, Stake>("sustainability.findings")
        .Rule(
            "footprintTooLarge", f => f.Topic.Gap > 0.1 && f.Account.AnnualPurchases > 100,
            new(Own, 0.5m, StakeBasis.OwnAmount, actions:
                [new(ActionKind.FollowUp, ActionOwner.TechnicalLead, 20, "Agree on a plan for the footprint."),
                    new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 40)]),
            "Our footprint falls short of its target by {0:0} points.", f => [100 * f.Topic.Gap])
        .Rule(
            "footprintAhead", f => f.Topic.Gap <= 0, new(Own, 0.1m, kind: FindingKind.Opportunity),
            "We are ahead of its target: say so in the next tender.")
        .Build(HitPolicy.Collect);

    private static ReviewTopic Own { get; } = new("sustainability", new("sustainability", "可持续发展", "可持續發展"));

    public static Scorecard<Part, AccountTier> Card { get; } = Scorecard.For<Part, AccountTier>("sustainability.card")
        .Criterion("ourReduction", 1, f => f.OurReduction, Scale.Linear((0, 0), (1, 100)))
        .Bands((0, AccountTier.C), (50, AccountTier.A))
        .Build();

    protected override Judgement? Judge(Part? part, AccountFile account, AccountReview review, ReviewModels models) =>
        part?.TargetReduction is null || part.OurReduction is null ? null : new()
        {
            Gap = part.TargetReduction - part.OurReduction,
            Score = models.Of(Card).Score(part),
            TenderValue = part.TenderValue,
            Tier = review.Tier.Tier?.Name,
        };

    protected override decimal? AmountOf(TopicFacts<Judgement> facts) => facts.Topic.TenderValue;

    protected override IEnumerable<string> SubjectsOf(Stake stake, Judgement judgement) => stake.Actions is null ? [] : ["tender"];

    protected override string Summarise(Judgement judgement, TopicReader reader) => reader.Language == Language.English
        ? FormattableString.Invariant($"footprint: {judgement.Score:0} points")
        : FormattableString.Invariant($"碳足迹：{judgement.Score:0}分");

    protected override IReadOnlyList<Block> Describe(Judgement judgement, TopicReader reader) =>
        [new BulletList([new(Summarise(judgement, reader)), new(FormattableString.Invariant($"gap: {100 * judgement.Gap:0.#} %"))])];

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Part))]
    [JsonSerializable(typeof(Judgement))]
    internal sealed partial class Json : JsonSerializerContext;
}
