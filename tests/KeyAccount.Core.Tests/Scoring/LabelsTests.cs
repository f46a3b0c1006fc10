using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Scoring;

public class LabelsTests
{
    private const string Prefix = "Tests.Card.";

    private static readonly TextTable Texts = TextTable.FromResources(typeof(LabelsTests).Assembly, "Engine");
    private static readonly Text Margin = new("margin", "毛利", "毛利");
    private static readonly Text Visits = new("visits", "拜访", "拜訪");
    private static readonly Text Blocked = new("blocked", "冻结", "凍結");

    private static ScorecardBuilder<Figures, string> Definition => WithParts(Cards.New());

    [Fact]
    public void Criteria_those_in_groups_and_caps_have_the_texts_of_their_keys_whatever_the_order_of_the_calls()
    {
        foreach (var card in (Scorecard<Figures, string>[])
            [Definition.Labels(Texts, Prefix).Build(), WithParts(Cards.New().Labels(Texts, Prefix)).Build()])
        {
            card.Criteria.Select(criterion => criterion.Label).Should().Equal(Margin, Visits, "own");
            card.Caps.Select(cap => cap.Label).Should().Equal(Blocked, "own cap");
        }
    }

    [Fact]
    public void Without_texts_the_label_is_the_key()
    {
        var card = Definition.Build();
        card.Criteria.Select(criterion => criterion.Label).Should().Equal("margin", "visits", "own");
        card.Caps.Select(cap => cap.Label).Should().Equal("blocked", "own cap");
    }

    [Fact]
    public void Labels_stay_with_other_settings_and_over_another_class()
    {
        var card = Definition.Labels(Texts, Prefix).Build();
        card.With(new() { Groups = new Dictionary<string, double> { ["service"] = 3 } }).Criteria
            .Select(criterion => criterion.Label).Should().Equal(Margin, Visits, "own");
        var over = card.Over<Held>(held => held.Figures);
        over.Criteria.Select(criterion => criterion.Label).Should().Equal(Margin, Visits, "own");
        over.Caps.Select(cap => cap.Label).Should().Equal(Blocked, "own cap");
    }

    [Fact]
    public void Every_missing_text_is_a_fault_that_names_criterion_or_cap_and_key() => Cards.FaultsOf(() => Cards.New()
        .Criterion("lost", 1, f => f.A, Cards.AsItIs)
        .Group("service", 1, g => g.Criterion("gone", 1, f => f.A, Cards.AsItIs))
        .Cap("away", f => f.Flag, "C")
        .Criterion("bad", -1, f => f.A, Cards.AsItIs, label: "own")
        .Labels(Texts, Prefix)
        .Build()).Should().Equal(
            "criteria[\"lost\"].label: there is no text 'Tests.Card.lost'; add it to the texts, or give a label",
            "criteria[\"gone\"].label: there is no text 'Tests.Card.gone'; add it to the texts, or give a label",
            "caps[\"away\"].label: there is no text 'Tests.Card.away'; add it to the texts, or give a label",
            "criteria[\"bad\"].weight: -1 is negative");

    [Fact]
    public void Texts_and_prefix_are_needed()
    {
        Definition.Invoking(card => card.Labels(null!, Prefix)).Should().Throw<ArgumentNullException>().WithParameterName("texts");
        Definition.Invoking(card => card.Labels(Texts, null!)).Should().Throw<ArgumentNullException>().WithParameterName("prefix");
    }

    private static ScorecardBuilder<Figures, string> WithParts(ScorecardBuilder<Figures, string> card) => card
        .Criterion("margin", 1, f => f.A, Cards.AsItIs)
        .Group("service", 2, g => g
            .Criterion("visits", 1, f => f.A, Cards.AsItIs)
            .Criterion("mine", 1, f => f.A, Cards.AsItIs, label: "own"))
        .Cap("blocked", f => f.Flag, "C")
        .Cap("mineToo", f => f.Flag, "C", label: "own cap");

    public sealed record Held
    {
        public Figures Figures { get; init; } = new();
    }
}
