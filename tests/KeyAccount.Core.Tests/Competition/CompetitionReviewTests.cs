using KeyAccount.Core.Competition;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Competition;

/// <summary>What a review of accounts says of competitors, and how a portfolio names them.</summary>
public class CompetitionReviewTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void A_review_says_who_is_strong_and_asks_in_the_words_of_the_questions()
    {
        var account = new AccountFile
        {
            Id = "Acme", Wallet = [new("bearings", 10, 100)],
            Rivals = [new() { Id = "Strong", AnnualSales = 5, Benchmarks = [RivalTests.Rated(2, 4)] }, new() { Id = "Idle" }],
            EnvironmentNotes = [new() { Dimension = EnvironmentDimension.Politics, IsFavourable = false, Text = "duties", Date = AsOf, Origin = DataOrigin.Secondary }],
        };
        var review = Review(account);
        review.Findings.Single(finding => finding.RuleId == "rivalStrong").Subjects.Should().Equal("Strong");
        review.RivalQuestions.Should().HaveCount(13).And.OnlyContain(question => question.Topic == OpenTopic.Competitor);
        review.RivalQuestions.Select(question => question.Text.ZhHans).Should().Contain("Strong：竞争对手的客户经理叫什么名字？");
        review.Competition!.Swot!.Entries.Select(entry => entry.Part).Should().Equal(SwotPart.Weakness, SwotPart.Threat);
        var document = review.Describe(new(new(), "CNY", "en")).ToJson();
        document.Should().Contain("Eight dimensions").And.Contain("Rival: Strong").And.Contain("SWOT");
        Review(account with { Rivals = [] }).Findings.Should().Contain(finding => finding.RuleId == "rivalUnknown");
        Review(account with { Rivals = [], Wallet = [] }).Findings.Should().NotContain(finding => finding.RuleId == "rivalUnknown");
    }

    [Theory]
    [InlineData("""{ "rivals": [ { "id": "r", "benchmarks": [ { "dimension": "Ability", "ours": 5 } ] } ] }""", "accounts[0].rivals[0].benchmarks[0].ours")]
    [InlineData("""{ "rivals": [ { "id": "r", "answers": [ { "text": "x" } ] } ] }""", "accounts[0].rivals[0]")]
    [InlineData("""{ "rivals": [ { "id": "r" }, { "id": "r" } ] }""", "accounts[0].rivals[1].id")]
    [InlineData("""{ "rivals": [ { "id": "r", "encounters": [ { "date": "2026-07-01" } ] } ] }""", "accounts[0].rivals[0].encounters[0].date")]
    [InlineData("""{ "environmentNotes": [ { "dimension": "Market", "isFavourable": true, "text": "boom" } ] }""", "accounts[0].environmentNotes[0]")]
    [InlineData("""{ "environmentNotes": [ null ] }""", "accounts[0].environmentNotes[0]")]
    public void Bad_input_is_named_by_its_place(string parts, string path)
    {
        var json = $$"""{ "version": 3, "currency": "CNY", "asOf": "2026-06-30", "accounts": [ { "id": "a", {{parts.TrimStart('{', ' ')}} ] }""";
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Contain(fault => fault.Path.StartsWith(path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"version\": 2,")]
    public void Competitors_of_an_older_file_are_rivals(string version)
    {
        var json = $$"""{ {{version}} "currency": "CNY", "asOf": "2026-06-30", "accounts": [ { "id": "a", "competitors": [ { "name": "R", "annualSales": 7, "strength": "price" } ] } ] }""";
        Portfolio.FromJson(json).Accounts[0].Rivals.Should().Equal(new Rival { Id = "R", Name = "R", AnnualSales = 7, Strength = "price" });
    }

    [Fact]
    public void A_group_knows_a_rival_once_with_what_its_accounts_know()
    {
        Rival Here(decimal? sales, int? won, params RivalEncounter[] met) =>
            new() { Id = "r", AnnualSales = sales, WonAgainst = won, Encounters = met };
        var day = new LocalDate(2025, 6, 1);
        var one = new AccountFile { Id = "a", Rivals = [Here(7, 3, new RivalEncounter { Date = day, IsWon = true, OpportunityId = "d" })] };
        var two = new AccountFile
        {
            Id = "b",
            Rivals =
            [
                Here(5, null, new RivalEncounter { Date = day, IsWon = true }) with { Name = "Norvik", OurAdvantages = [CompetitiveAdvantage.InOrder[0]] },
                new() { Id = "s" },
            ],
        };
        var rolled = new AccountGroup(new() { Id = "g" }, [one, two]).RollUp(day).Rivals;
        rolled.Select(rival => rival.Id).Should().Equal("r", "s");
        (rolled[0].Name, rolled[0].AnnualSales, rolled[0].WonAgainst, rolled[0].LostAgainst).Should().Be(("Norvik", 12m, 4, null));
        rolled[0].Encounters.Select(each => each.OpportunityId).Should().Equal("a/d", null);
        rolled[0].OurAdvantages.Should().HaveCount(1);

        var stated = new AccountGroup(new() { Id = "g", Rivals = [Here(20, null)] }, [one, two]).RollUp(day).Rivals;
        (stated[0].AnnualSales, stated[0].WonAgainst).Should().Be((20m, 4));
    }

    [Fact]
    public void One_id_with_two_names_is_two_rivals()
    {
        AccountFile With(string id, string? name) => new() { Id = id, Rivals = [new() { Id = "r1", Name = name }] };
        var group = new AccountGroup(With("g", "Norvik"), [With("a", "Hako"), With("b", "NORVIK"), With("c", null)]);
        group.RollUp(new(2025, 6, 1)).Rivals.Select(rival => (rival.Id, rival.Name)).Should().Equal(("r1", "Norvik"), ("a/r1", "Hako"));
    }

    private static AccountReview Review(AccountFile account)
    {
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] };
        portfolio.FaultsOf().Should().BeEmpty();
        return new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).Accounts[0];
    }
}
