using KeyAccount.Core.Competition;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Needs;

/// <summary>What a review says of needs, and what never leaves the file.</summary>
public class NeedsInAReviewTests
{
    private const string Secret = "wants the chief engineer's chair";

    private static readonly LocalDate AsOf = NeedTests.AsOf;

    private static readonly Need Deep = new() { Id = "deep", Depth = NeedDepth.Deep, People = ["p1"], Words = Secret, LearnedFrom = "over dinner" };

    private static readonly AccountFile Account = new()
    {
        Id = "Acme",
        Contacts =
        [
            new() { Id = "p1", Name = "Ann Lee", Role = StakeholderRole.KDM, Style = PersonalityStyle.Dominance, Influence = 5 },
            new() { Id = "p2", Name = "Bo Tan", Role = StakeholderRole.KU },
        ],
        Needs = [NeedTests.Downtime, Deep],
        EconomicValues = [EconomicValueTests.Published with { Reference = new() { Amount = 300, Currency = "CNY", Origin = DataOrigin.Secondary } }],
    };

    [Fact]
    public void A_review_counts_the_iceberg_and_names_no_confidential_need()
    {
        var review = Review(Account);
        var needs = review.Needs!;
        (needs.Needs, needs.Open, needs.OpenValue, needs.IsValueShown).Should().Be((2, 2, 40_000, true));
        needs.Iceberg.Should().Equal(new DepthTotal(NeedDepth.Implicit, 1, 1, 40_000), new DepthTotal(NeedDepth.Deep, 1, 1, 0));
        needs.Gaps.Select(gap => gap.NeedId).Should().Equal("n1");
        var sheet = needs.Sheets.Should().ContainSingle().Which;
        (sheet.PersonId, sheet.Presentation.Advice!.Way, sheet.Lines.Count).Should().Be(("p1", PresentationWay.Figures, 1));
        foreach (var language in KeyAccount.Core.Terms.Language.All)
            review.Describe(new(new(), "CNY", language) { Account = Account }).ToJson().Should().NotContain("chief engineer").And.NotContain("dinner");
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
            review.WriteTo(json);
        System.Text.Encoding.UTF8.GetString(stream.ToArray()).Should().NotContain("chief engineer").And.NotContain("dinner");
        Deep.ToString().Should().NotContain("chair");
    }

    [Fact]
    public void A_redacted_portfolio_has_no_confidential_need()
    {
        var stated = NeedTests.Downtime with { Id = "n2", Confidential = true };
        var account = Account with
        {
            Needs = [.. Account.Needs, stated],
            EconomicValues = [Account.EconomicValues[0] with { Differences = [new() { Label = "d", Amount = 400, NeedId = "n2" }] }],
        };
        var portfolio = PortfolioOf(account);
        var redacted = Redaction.Redact(portfolio);
        redacted.FaultsOf().Should().BeEmpty();
        redacted.Accounts[0].Needs.Select(need => need.Id).Should().Equal("n1");
        redacted.Accounts[0].Needs[0].People.Should().Equal(redacted.Accounts[0].Contacts[0].Id);
        redacted.Accounts[0].EconomicValues[0].Value.Should().Be(700, "the money stays, without what it comes from");
        redacted.ToJson().Should().NotContain("chief engineer").And.NotContain("dinner");
        Redaction.Redact(portfolio, new() { KeepsConfidential = true }).Accounts[0].Needs.Should().HaveCount(3);
    }

    [Fact]
    public void What_is_known_before_value_is_shown()
    {
        var needs = Review(Account).Needs!;
        needs.Completeness[0].Open.Should().Equal(NeedCheck.InfluencerNeed, NeedCheck.UserNeed);
    }

    [Theory]
    [InlineData(false, false, "noNeedKnown")]
    [InlineData(true, false, "valueNotShown")]
    [InlineData(true, true, null)]
    public void Findings_ask_for_what_is_missing(bool hasNeed, bool isShown, string? rule)
    {
        var facts = new ReviewFacts { Tier = KeyAccount.Core.Grading.AccountTier.A, Contacts = 2, Needs = hasNeed ? 1 : 0, ValueShown = hasNeed ? isShown : null };
        var hits = AccountFindings.Standard.Decide(facts).Hits.Select(hit => hit.RuleId).Where(id => id is "noNeedKnown" or "valueNotShown");
        hits.Should().Equal(rule is null ? [] : [rule]);
        AccountFindings.Standard.Decide(facts with { Tier = KeyAccount.Core.Grading.AccountTier.B, Needs = 0 }).Hits.Select(hit => hit.RuleId)
            .Should().NotContain("noNeedKnown");
        AccountFindings.Standard.Decide(facts with { Contacts = 0, Needs = 0 }).Hits.Select(hit => hit.RuleId).Should().NotContain("noNeedKnown");
    }

    [Fact]
    public void A_saving_counted_twice_and_hearsay_are_findings()
    {
        var twice = NeedTests.Downtime with
        {
            Worth = [.. NeedTests.Downtime.Worth, new() { PerUnit = 900, Currency = "CNY", Component = CostComponent.Time, Beneficiary = "plant" }],
        };
        var review = Review(Account with { Needs = [twice] });
        review.Needs!.CountedTwice.Should().Equal("n1");
        review.Findings.Where(finding => finding.Stake.Topic == ReviewTopic.Needs).Select(finding => finding.RuleId).Should()
            .BeEquivalentTo("savingCountedTwice", "hearsayPrice");
        review.Findings.Single(finding => finding.RuleId == "savingCountedTwice").Subjects.Should().Equal("n1");
        Review(Account with { EconomicValues = [] }).Findings.Should().NotContain(finding => finding.RuleId == "hearsayPrice");
    }

    [Theory]
    [InlineData("""{ "id": "n", "worth": [ { "perUnit": 3 } ] }""", "accounts[0].needs[0].worth[0].currency")]
    [InlineData("""{ "id": "n", "worth": [ { "perUnit": 3, "currency": "EUR" } ] }""", "accounts[0].needs[0].worth[0].perUnit")]
    [InlineData("""{ "id": "n", "direction": "Lower", "expectation": { "value": 1, "unit": "h" }, "today": { "value": 2, "unit": "min" } }""", "accounts[0].needs[0].today.unit")]
    [InlineData("""{ "id": "n", "expectation": { "value": 1, "unit": "h" }, "today": { "value": 2, "unit": "h" } }""", "accounts[0].needs[0]")]
    [InlineData("""{ "id": " " }""", "accounts[0].needs[0].id")]
    [InlineData("""{ "id": "n", "expectation": { "value": 1 } }""", "accounts[0].needs[0].expectation.unit")]
    public void Bad_input_is_named_by_its_place(string need, string path)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2026-06-30", "accounts": [ { "id": "a", "needs": [ {{need}} ] } ] }""";
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Contain(fault => fault.Path.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void What_refers_to_nothing_is_a_warning_that_names_its_place_and_nobody()
    {
        var account = Account with
        {
            Needs =
            [
                NeedTests.Downtime with { People = ["p1", "nobody"], OpportunityId = "none" },
                Deep with { People = ["hidden"] },
            ],
            EconomicValues = [Account.EconomicValues[0] with { Differences = [new() { Label = "d", Amount = 400, NeedId = "n9" }] }],
        };
        var warnings = Review(account).Warnings;
        warnings.Select(warning => warning.Path).Should().Equal(
            "needs[0].people[1]", "needs[0].opportunityId", "needs[1].people[0]", "economicValues[0].differences[0].needId");
        warnings[0].Message.In("en").Should().Be(
            "needs[0].people[1]: the account has no contact with this id; correct the id, or add the contact.");
        warnings.Should().OnlyContain(warning => !warning.Message.In("en").Contains("hidden", StringComparison.Ordinal));
        Review(Account).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void The_style_of_a_person_decides_only_where_reviews_keep_what_is_confidential()
    {
        var account = Account with
        {
            Contacts = [Account.Contacts[0] with { Role = null, Values = [CustomerValue.Time] }, Account.Contacts[1]],
            Needs = [NeedTests.Downtime with { DecidedBy = null }],
        };
        var other = account with
        {
            Contacts = [account.Contacts[0] with { Style = PersonalityStyle.Influence, Values = [CustomerValue.Quality] }, account.Contacts[1]],
        };
        Review(account).Needs.Should().Be(Review(other).Needs);
        var kept = new AccountReviewer(new() { KeepsConfidential = true });
        kept.Review(PortfolioOf(account)).Accounts[0].Needs.Should().NotBe(kept.Review(PortfolioOf(other)).Accounts[0].Needs);
    }

    [Fact]
    public void A_group_has_the_needs_and_offers_of_its_members_by_their_ids()
    {
        var member = Account with
        {
            Id = "m",
            Needs = [NeedTests.Downtime with { People = ["p1"], OpportunityId = "d", Fabe = [new() { Benefit = "b", NeedId = "n1" }] }],
            EconomicValues = [Account.EconomicValues[0] with { Differences = [new() { Label = "l", Amount = 1, NeedId = "n1" }] }],
        };
        var rolled = new AccountGroup(Account with { Id = "g" }, [member]).RollUp(AsOf);
        rolled.Needs.Select(need => need.Id).Should().Equal("n1", "deep", "m/n1");
        (rolled.Needs[2].People[0], rolled.Needs[2].OpportunityId, rolled.Needs[2].Fabe[0].NeedId).Should().Be(("m/p1", "m/d", "m/n1"));
        rolled.EconomicValues.Select(offer => offer.Id).Should().Equal(Account.EconomicValues[0].Id, $"m/{Account.EconomicValues[0].Id}");
        rolled.EconomicValues[1].Differences[0].NeedId.Should().Be("m/n1");
    }

    private static AccountReview Review(AccountFile account)
    {
        var portfolio = PortfolioOf(account);
        portfolio.FaultsOf().Should().BeEmpty();
        return new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).Accounts[0];
    }

    private static Portfolio PortfolioOf(AccountFile account) => new() { Currency = "CNY", AsOf = AsOf, Accounts = [account] };
}
