using System.Text;
using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A topic of one's own is added in one file (<see cref="SustainabilityTopic"/>) and takes part in everything that a ready one
/// does.</summary>
public class OwnTopicTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly SustainabilityTopic Ours = new();

    private static readonly ReviewModels Models = new ReviewModels { Materiality = 0 }.With(Ours);

    private const string Text = """
        { "currency": "CNY", "asOf": "2026-03-31", "accounts": [
          { "id": "behind", "value": { "annualPurchases": 1000 }, "topics": { "sustainability": { "targetReduction": 0.5, "ourReduction": 0.25, "tenderValue": 900 } } },
          { "id": "ahead", "value": { "annualPurchases": 500 }, "topics": { "sustainability": { "targetReduction": 0.25, "ourReduction": 0.5 } } },
          { "id": "unknown", "topics": { "sustainability": { "targetReduction": 0.25 } } },
          { "id": "nothing" } ] }
        """;

    [Fact]
    public void Its_part_is_read_judged_and_kept()
    {
        var review = Review();
        Ours.JudgementOf(Account(review, "behind")).Should()
            .Be(new SustainabilityTopic.Judgement { Gap = 0.25, Score = 25, TenderValue = 900 });
        Ours.JudgementOf(Account(review, "unknown")).Should().BeNull();
        review.Models.Should().Contain("topic.sustainability", "2026").And.ContainKey("sustainability.card")
            .And.ContainKey("sustainability.findings");

        var json = review.ToJson();
        JsonDocument.Parse(json).RootElement.GetProperty("accounts")[0].GetProperty("topics").GetProperty("sustainability")
            .GetProperty("gap").GetDouble().Should().Be(0.25);
        PortfolioReview.FromJson(json).ToJson().Should().Be(json);
        PortfolioReview.FromJson(json).Accounts[0].Should().Be(review.Accounts[0], "a review is a value");
        Ours.JudgementOf(Account(PortfolioReview.FromJson(json), "behind")).Should().Be(Ours.JudgementOf(Account(review, "behind")));
        ReviewSnapshot.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))).Accounts.Should().Equal(review.ToSnapshot().Accounts);
        Portfolio.FromJson(Text).ToJson().Should().Be(Portfolio.FromJson(Portfolio.FromJson(Text).ToJson()).ToJson());
    }

    [Fact]
    public void Its_facts_decide_findings_that_name_their_evidence_their_subjects_and_their_actions()
    {
        var behind = Account(Review(), "behind");
        var finding = behind.Findings[0];
        (finding.RuleId, finding.AtStake, finding.Kind, finding.Topic).Should()
            .Be(("footprintTooLarge", 450m, FindingKind.Risk, Ours.Topic));
        finding.Text.En.Should().Be("Our footprint falls short of its target by 25 points.");
        finding.Evidence.Should().Equal(new Evidence("Gap", "0.25"), new Evidence("AnnualPurchases", "1000"));
        finding.Subjects.Should().Equal("tender");
        behind.Risk.Should().Be(RiskLevel.High, "450 of 1000 is at stake");
        behind.Actions.Take(2).Select(each => (each.Kind, each.Owner, each.DueOn, each.RuleId)).Should().Equal(
            (ActionKind.FollowUp, ActionOwner.TechnicalLead, AsOf.PlusDays(20), "footprintTooLarge"),
            (ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, AsOf.PlusDays(40), "footprintTooLarge"));

        var ahead = Account(Review(), "ahead");
        ahead.Actions.Should().Contain(each => each.Finding == "footprintAhead" && each.RuleId == "followUp"
            && each.Text.En == "Follow up: We are ahead of its target: say so in the next tender.");
        Account(Review(), "unknown").Findings.Should().NotContain(each => each.Topic == Ours.Topic);
    }

    [Fact]
    public void What_is_known_of_it_is_covered_and_counted()
    {
        var review = Review();
        Account(review, "behind").IsKnown(Ours.Topic).Should().BeTrue();
        Account(review, "unknown").IsKnown(Ours.Topic).Should().BeFalse();
        Account(review, "nothing").Unknown.Should().Contain(Ours.Topic);
        review.Summary.Coverage.Should().HaveCount(ReviewTopic.Covered.Count + 1);
        review.Summary.Coverage[^1].Should().Be(new TopicCoverage(Ours.Topic, 2, 1500));
        new AccountReviewer().Review(new() { Currency = "CNY", AsOf = AsOf, Accounts = [new() { Id = "a" }] }).Summary.Coverage.Should()
            .HaveCount(ReviewTopic.Covered.Count);
    }

    [Fact]
    public void It_tells_a_reader_a_line_and_a_section()
    {
        var behind = Account(Review(), "behind");
        Models.Topics[^1].Should().BeSameAs(Ours);
        Ours.Summarise(behind, new(Models, "CNY", "en")).Should().Be("footprint: 25 points");
        Ours.Summarise(behind, new(Models, "CNY", "zh-CN")).Should().Be("碳足迹：25分");
        var section = Ours.Describe(behind, new(Models, "CNY", "en")).Should().ContainSingle().Which;
        (section.Heading, section.Key).Should().Be(("sustainability", "sustainability"));
        section.Blocks.Should().Equal(new BulletList([new("footprint: 25 points"), new("gap: 25 %")]));
        Ours.Summarise(Account(Review(), "nothing"), new(Models, "CNY", "en")).Should().BeNull();
        Ours.Describe(Account(Review(), "nothing"), new(Models, "CNY", "en")).Should().BeEmpty();
    }

    [Fact]
    public void A_large_portfolio_is_reviewed_with_it_account_by_account_and_alike()
    {
        var file = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text)));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
            new AccountReviewer(Models).Begin(file).WriteTo(json);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(Review().ToJson());
    }

    [Fact]
    public void A_part_made_in_code_is_the_part_that_JSON_reads()
    {
        var part = new SustainabilityTopic.Part { TargetReduction = 0.5, OurReduction = 0.25, TenderValue = 900 };
        var made = Ours.With(new() { Id = "behind", Value = new() { AnnualPurchases = 1000 } }, part);
        made.Should().Be(Portfolio.FromJson(Text).Accounts[0]);
        Ours.PartOf(made).Should().Be(part);
        Ours.With(made, null).Topics.Should().BeEmpty();
        Ours.With(made, part with { TenderValue = 1 }).Topics.Should().ContainSingle();
        Ours.PartOf(new() { Id = "a" }).Should().BeNull();
    }

    [Fact]
    public void A_part_that_nobody_can_read_is_a_fault_with_its_place()
    {
        string[] FaultsOf(ReviewModels models, string topics) => FluentActions
            .Invoking(() => new AccountReviewer(models).Review(Portfolio.FromJson(
                $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "topics": {{topics}} } ] }""")))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).ToArray();

        FaultsOf(Models, """{ "sustainability": { "ourReduction": "x", "what": 1 } }""").Should().Equal(
            "accounts[0].topics[\"sustainability\"].ourReduction: it is \"x\"; it must be a number",
            "accounts[0].topics[\"sustainability\"].what: there is no such property; it must be one of targetReduction, ourReduction, tenderValue");
        FaultsOf(Models, """{ "sustainabilty": {} }""").Should()
            .Equal("accounts[0].topics[\"sustainabilty\"]: there is no such topic; it must be one of sustainability");
        FaultsOf(new(), """{ "sustainability": {} }""").Should()
            .Equal("accounts[0].topics[\"sustainability\"]: there is no such topic; no topic of your own is added to the models");
        FaultsOf(Models, "5").Should().Equal("accounts[0]: topics is a number; it must be an object.");
        FaultsOf(Models, """{ "a": 1, "a": 2 }""").Should().Equal("accounts[0]: the topic 'a' is duplicated.");
        FaultsOf(Models, """{ " ": 1 }""").Should().Equal("accounts[0]: topics has a name that is blank.");
    }

    [Fact]
    public void Its_models_are_replaced_by_their_ids_as_ready_ones_are()
    {
        var tuned = Models.With(new Dictionary<string, ScorecardSettings> { ["sustainability.card"] = new() { Version = "ours" } });
        tuned.Versions["sustainability.card"].Should().Be("ours");
        tuned.All.Should().OnlyHaveUniqueItems(model => model.Id);
        tuned.Of(SustainabilityTopic.Card).Version.Should().Be("ours");
        new ReviewModels().Of(SustainabilityTopic.Card).Should().BeSameAs(SustainabilityTopic.Card);
        tuned.Of(AccountValue.Standard).Should().BeSameAs(tuned.Value);

        var without = Models.With(Ours.Findings.Without("footprintTooLarge").WithVersion("less"));
        Account(new AccountReviewer(without).Review(Portfolio.FromJson(Text)), "behind").Findings.Should()
            .NotContain(each => each.Topic == Ours.Topic);
        without.Versions["sustainability.findings"].Should().Be("less");
        Models.With(new SustainabilityTopic()).Topics.Should().HaveSameCount(Models.Topics, "one of the same name takes its place");
    }

    [Fact]
    public void It_has_a_name_of_its_own_and_rules_of_its_own()
    {
        FluentActions.Invoking(() => new ReviewTopic(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AccountReviewer(
                Models.With(AccountFindings.Standard.With("footprintAhead", f => f.Contacts > 1, new Stake(Ours.Topic, 0)))))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should()
            .Equal("topics[\"sustainability\"].findings[\"footprintAhead\"]");
        FluentActions.Invoking(() => new Usurper()).Should().Throw<ArgumentException>()
            .WithMessage("topic is 'Trend', which is a ready topic; give yours another name.*");
        new ReviewTopic("x").DisplayName("zh-Hans").Should().Be("x");
        new ReviewTopic("x").Should().Be(new ReviewTopic("x", "another text")).And.NotBe(new ReviewTopic("X"));
        JsonSerializer.Deserialize<ReviewTopic>("\"Loyalty\"").Should().BeSameAs(ReviewTopic.Loyalty);
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ReviewTopic>("5")).Should().Throw<JsonException>();
    }

    private static PortfolioReview Review() => new AccountReviewer(Models).Review(Portfolio.FromJson(Text));

    private static AccountReview Account(PortfolioReview review, string id) => review.Accounts.Single(each => each.Id == id);

    private sealed class Usurper() : AccountTopic<string, string>(ReviewTopic.Trend, Info, Info)
    {
        private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<string> Info =>
            (System.Text.Json.Serialization.Metadata.JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

        protected override string? Judge(string? part, AccountFile account, AccountReview review, ReviewModels models) => part;

        protected override string Summarise(string judgement, TopicReader reader) => judgement;
    }
}
