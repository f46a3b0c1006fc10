using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>An account with other facts, reviewed again by the same models among the same accounts.</summary>
public class WhatIfTests
{
    private static readonly Portfolio Portfolio = Portfolio.FromJson(
        """
        {
          "currency": "CNY", "asOf": "2026-03-31",
          "accounts": [
            { "id": "large", "value": { "annualPurchases": 2000000, "grossMarginRate": 0.3, "creditDays": 60, "industryInfluence": "High", "technicalSynergy": "High", "longTermCommitment": "High" } },
            { "id": "middle", "value": { "annualPurchases": 900000, "grossMarginRate": 0.2, "creditDays": 30, "industryInfluence": "Medium", "technicalSynergy": "Medium", "longTermCommitment": "Medium" },
              "contacts": [ { "id": "p1", "name": "Wang", "role": "KDM", "keyLevel": "Support" }, { "id": "p2", "name": "Li", "role": "KI" } ] },
            { "id": "small", "value": { "annualPurchases": 10000 } }
          ]
        }
        """);

    private static PortfolioReviewRun Run(Portfolio? portfolio = null, IReadOnlyList<AccountPurchase>? purchases = null) =>
        new AccountReviewer().Begin(portfolio ?? Portfolio, purchases);

    private static WhatIf Ask(string id, params (string Path, string? Json)[] edits)
    {
        var run = Run();
        return run.WhatIf(run.Find(id)!, [.. edits.Select(edit => new FactEdit(edit.Path, edit.Json))]);
    }

    [Fact]
    public void A_changed_fact_is_judged_as_a_file_with_that_fact_is()
    {
        var whatIf = Ask("small", ("value.annualPurchases", "3000000"), ("value.grossMarginRate", "0.31"));

        var file = Portfolio with
        {
            Accounts = [.. Portfolio.Accounts.Select(account => account.Id == "small"
                ? account with { Value = new() { AnnualPurchases = 3_000_000, GrossMarginRate = 0.31 } } : account)],
        };
        var (before, after) = (Run(), Run(file));
        whatIf.Before.Should().Be(before.Review(before.Find("small")!));
        whatIf.After.Should().Be(after.Review(after.Find("small")!));
        whatIf.After.Rank.Should().Be(1, "it is ranked again among all accounts");
        whatIf.HasMoved.Should().BeTrue();
        whatIf.Impact.Reasons.Should().NotBeEmpty();
        whatIf.Changes.Should().Equal(
            new EditedFact("value.annualPurchases", "10000", "3000000"), new EditedFact("value.grossMarginRate", null, "0.31"));
    }

    [Fact]
    public void Items_of_lists_are_found_by_their_index_and_by_their_id()
    {
        var byIndex = Ask("middle", ("contacts[1].role", "\"KDM\""));
        var byId = Ask("middle", ("contacts[\"p2\"].role", "\"KDM\""));
        byId.After.Should().Be(byIndex.After);
        byId.After.Should().NotBe(byId.Before);
        byId.Changes.Single().After.Should().Be("\"KDM\"");
    }

    [Fact]
    public void A_fact_can_be_taken_away_and_an_item_added()
    {
        Ask("middle", ("value.creditDays", null)).After.Value.Coverage.Should().BeLessThan(Ask("middle", ("value.creditDays", "31")).After.Value.Coverage);
        Ask("middle", ("contacts[0]", null)).Changes[0].Before.Should().Contain("Wang");
        Ask("middle", ("contacts[2]", """{ "id": "p3", "role": "KU" }""")).After.Should().NotBe(Ask("middle", ("contacts[0]", null)).After);
        Ask("small", ("contacts[0].role", "\"KU\""), ("contacts[0].id", "\"p9\"")).HasMoved.Should().BeTrue("a list begins where there was none");
    }

    [Fact]
    public void What_changes_nothing_says_so()
    {
        var whatIf = Ask("large", ("value.annualPurchases", "2000000"));
        whatIf.HasMoved.Should().BeFalse();
        whatIf.After.Should().Be(whatIf.Before);
        whatIf.Describe("en").ToJson().Should().Contain("stay as they are");
    }

    [Theory]
    [InlineData("value.annualPurchase", "1", "value.annualPurchase", "there is no such property")]
    [InlineData("value.creditDays", "-1", "value.creditDays", "-1")]
    [InlineData("value.annualPurchases", "1e400", "value.annualPurchases", "number")]
    [InlineData("value.industryInfluence", "\"Huge\"", "value.industryInfluence", "Huge")]
    [InlineData("value.annualPurchases", "a lot", "value.annualPurchases", "must be JSON")]
    [InlineData("contacts[7].role", "\"KU\"", "contacts[7].role", "beyond the end; the list has 2 items")]
    [InlineData("contacts[\"nobody\"].role", "\"KU\"", "contacts[\"nobody\"].role", "no item of the id 'nobody'")]
    [InlineData("contacts.role", "\"KU\"", "contacts.role", "no item of the id 'role'")]
    [InlineData("value[0]", "1", "value[0]", "index where there is no list")]
    [InlineData("value.annualPurchases.x", "1", "value.annualPurchases.x", "where there are no parts")]
    [InlineData("value..x", "1", "value..x", "not the path of a fact")]
    [InlineData("[0]", "1", "[0]", "not the path of a fact")]
    [InlineData("contacts[", "1", "contacts[", "not the path of a fact")]
    [InlineData("contacts[-1]", "1", "contacts[-1]", "not the path of a fact")]
    [InlineData(".value", "1", ".value", "not the path of a fact")]
    [InlineData("id", "\"other\"", "id", "which account this is")]
    [InlineData("parent", "\"large\"", "parent", "which account this is")]
    [InlineData("contacts[1].id", "\"p1\"", "contacts[1].id", "p1 is duplicated")]
    public void What_does_not_fit_is_a_fault_with_its_path(string path, string json, string faultPath, string message)
    {
        var ask = () => Ask("middle", (path, json));
        ask.Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle(fault => fault.Path == faultPath)
            .Which.Message.Should().Contain(message);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var ask = () => Ask("middle", ("nothing[", "1"), ("contacts[9]", "{}"), ("id", "1"));
        ask.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Equal("nothing[", "contacts[9]", "id");
    }

    [Fact]
    public void Nothing_asked_and_accounts_of_others_are_refused()
    {
        var (run, other) = (Run(), Run());
        run.Invoking(each => each.WhatIf(run.Accounts[0], [])).Should().Throw<ArgumentException>().WithMessage("*at least one fact*");
        run.Invoking(each => each.WhatIf(other.Accounts[0], [new("value.creditDays", "1")])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FactEdit(" ", "1")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Amounts_stay_in_the_currency_of_the_account_and_derived_purchases_follow_orders()
    {
        var portfolio = Portfolio.FromJson(
            """
            {
              "currency": "CNY", "asOf": "2026-03-31", "rates": { "name": "bank", "rates": [ { "from": "EUR", "to": "CNY", "rate": 8, "date": "2026-03-31" } ] },
              "accounts": [ { "id": "euro", "currency": "EUR", "value": { "annualPurchases": 100000 } },
                            { "id": "orders", "orders": [ { "date": "2026-01-15", "amount": 100 } ] } ]
            }
            """);
        var run = Run(portfolio);
        run.WhatIf(run.Find("euro")!, [new("value.annualPurchases", "200000")]).After.AnnualPurchases.Should().Be(1_600_000);
        run.WhatIf(run.Find("orders")!, [new("orders[0].amount", "700")]).After.AnnualPurchases
            .Should().Be(7 * run.Review(run.Find("orders")!).AnnualPurchases);
    }

    [Fact]
    public void The_accounts_of_one_owner_keep_their_place_among_all()
    {
        var portfolio = Portfolio with { Accounts = [.. Portfolio.Accounts.Select(account => account with { Owner = account.Id == "small" ? "Ann" : "Bo" })] };
        AccountPurchase[] purchases = [new("small", new LocalDate(2026, 3, 1), 10), new("large", new LocalDate(2026, 1, 1), 90)];
        var run = Run(portfolio, purchases);
        var own = run.OwnedBy("Ann");
        var edits = new FactEdit[] { new("value.annualPurchases", "950000") };
        own.WhatIf(own.Find("small")!, edits).Should().Be(run.WhatIf(run.Find("small")!, edits));
        own.WhatIf(own.Find("small")!, edits).After.Rank.Should().Be(2);
    }

    [Fact]
    public void It_is_told_in_every_language()
    {
        var whatIf = Ask("small", ("value.annualPurchases", "3000000"));
        var told = Language.All.Select(language => whatIf.Describe(language).ToJson()).ToArray();
        told.Should().OnlyHaveUniqueItems();
        told[0].Should().Contain("What if: small").And.Contain("3000000").And.Contain("value.annualPurchases");
        whatIf.Describe("fr").Should().Be(whatIf.Describe("en"));
    }
}
