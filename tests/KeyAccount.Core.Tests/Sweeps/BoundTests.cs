using System.Linq.Expressions;
using System.Text;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Tests.Stakeholders;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>What is too much is refused before any work is done with it, and what is just not too much is done.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData(StakeholderMap.MostPeople, true)]
    [InlineData(StakeholderMap.MostPeople + 1, false)]
    [InlineData(1_000_000, false)]
    public void A_map_holds_so_many_people(int count, bool isMade)
    {
        var people = Enumerable.Range(0, count).Select(i => new Stakeholder { Id = $"p{i}", Influence = 1 }).ToArray();
        Tie[] chain = [.. Enumerable.Range(1, count - 1).Select(i => new Tie($"p{i}", $"p{i - 1}", TieKind.ReportsTo))];
        var make = () => People.Map(people, chain);
        if (isMade)
            make.Should().NotThrow();
        else
            make.Should().Throw<InvalidModelException>().Which.Faults[0].Should().Be(
                new ModelFault("people", FormattableString.Invariant($"there are {count}; a map holds at most 4000")));
    }

    [Fact]
    public void A_map_holds_so_many_ties()
    {
        Tie[] ties = [.. Enumerable.Range(0, StakeholderMap.MostTies + 1).Select(i => new Tie("a", "b", TieKind.ReportsTo))];
        FluentActions.Invoking(() => People.Map([new() { Id = "a", Influence = 1 }, new() { Id = "b", Influence = 1 }], ties)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Equal(new ModelFault("ties", "there are 20001; a map holds at most 20000"));
    }

    // A circle with tails, in any order: the tails are no part of it.
    [Fact]
    public void A_circle_is_found_among_long_chains()
    {
        Stakeholder[] people = [.. Enumerable.Range(0, 1_500).Select(i => new Stakeholder { Id = $"p{i:0000}", Influence = 1 })];
        Tie[] ties =
        [
            .. Enumerable.Range(1, 1_499).Select(i => new Tie($"p{i:0000}", $"p{i - 1:0000}", TieKind.ReportsTo)),
            new("p0700", "p0702", TieKind.ReportsTo),
        ];
        FluentActions.Invoking(() => People.Map(people, ties)).Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(
            new ModelFault("ties", "people report in a circle: p0700, p0701, p0702"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(ServQual.MostItems, true)]
    [InlineData(ServQual.MostItems + 1, false)]
    [InlineData(5_000_000, false)]
    [InlineData(-1, false)]
    public void A_questionnaire_has_so_many_items(int count, bool isMade)
    {
        foreach (var make in (Func<IReadOnlyList<ServQualItem>>[])[
            () => ServQual.WithCounts(count, 0, 0, 0, 0), () => ServQual.WithCounts(0, 0, 0, 0, count)])
        {
            if (isMade)
                make().Should().HaveCount(count);
            else
                make.Should().Throw<ArgumentOutOfRangeException>().WithMessage($"* is {count}; it must be between 0 and 1000.*");
        }
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(1_000, false)]
    [InlineData(200_000, false)]
    public void An_expression_is_nested_so_deep(int levels, bool isTaken)
    {
        var facts = Expression.Parameter(typeof(AccountValueFacts), "f");
        Expression sum = Expression.Property(facts, nameof(AccountValueFacts.CreditDays));
        sum = Expression.Convert(sum, typeof(double?));
        for (var i = 0; i < levels; i++)
            sum = Expression.Add(sum, Expression.Constant(1.0, typeof(double?)));
        var measure = Expression.Lambda<Func<AccountValueFacts, double?>>(sum, facts);
        var when = Expression.Lambda<Func<AccountValueFacts, bool?>>(
            Expression.Convert(Expression.GreaterThan(sum, Expression.Constant(1.0, typeof(double?))), typeof(bool?)), facts);
        var rule = Expression.Lambda<Func<AccountValueFacts, bool>>(Expression.GreaterThan(sum, Expression.Constant(1.0, typeof(double?))), facts);
        var card = Scorecard.For<AccountValueFacts, AccountTier>("deep");
        foreach (var take in (Action[])[
            () => card.Criterion("a", 1, measure, Scale.Linear((0, 0), (1, 100))).Cap("b", when, AccountTier.C)
                .Bands((0, AccountTier.C), (50, AccountTier.A)).Build().Score(new() { CreditDays = 3 }),
            () => DecisionTable.For<AccountValueFacts, string>("deep").Rule("a", rule, "yes").Build(HitPolicy.First).Decide(new())])
        {
            if (isTaken)
                take.Should().NotThrow();
            else
                take.Should().Throw<ArgumentException>().WithMessage("* is nested deeper than 250 levels; *");
        }
    }

    [Fact]
    public void An_account_has_so_many_entries()
    {
        Portfolio Of(AccountFile account) => new() { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [account] };
        Contract[] contracts = [.. Enumerable.Range(0, Portfolio.MostEntries + 1).Select(i => new Contract { Id = $"{i}", From = new(2026, 1, 1) })];
        Contact[] people = [.. Enumerable.Range(0, StakeholderMap.MostPeople + 1).Select(i => new Contact { Id = $"{i}" })];
        Of(new() { Id = "a", Contracts = contracts[1..], Contacts = people[1..] }).FaultsOf().Should().BeEmpty();
        Of(new() { Id = "a", Contracts = contracts, Contacts = people }).FaultsOf().Should().Equal(
            new ModelFault("accounts[0].contacts", "it has 4001 entries; it must have at most 4000") { AccountId = "a" },
            new ModelFault("accounts[0].contracts", "it has 10001 entries; it must have at most 10000") { AccountId = "a" });
    }

    [Fact]
    public void Every_list_of_an_account_is_bounded()
    {
        var lists = typeof(AccountFile).GetProperties().Where(each => each.PropertyType.IsGenericType
            && each.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && each.SetMethod is not null && each.Name != "Topics").ToArray();
        lists.Should().HaveCountGreaterThan(8);
        foreach (var list in lists)
        {
            var account = new AccountFile { Id = "a" };
            list.SetValue(account, Array.CreateInstance(list.PropertyType.GetGenericArguments()[0], StakeholderMap.MostTies + 1));
            new Portfolio { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [account] }.FaultsOf()
                .Should().Contain(fault => fault.Message.StartsWith("it has 20001 entries", StringComparison.Ordinal), list.Name);
        }
    }

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2999-12-31", true)]
    [InlineData("3000-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    public void A_date_of_facts_is_one_of_our_times(string asOf, bool isTaken)
    {
        foreach (var (json, path) in ((string, string)[])[
            ($$"""{ "currency": "CNY", "asOf": "{{asOf}}", "accounts": [ { "id": "a", "purchases": [ { "month": "2025-01", "amount": 1 } ] } ] }""", "asOf"),
            ($$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "asOf": "{{asOf}}" } ] }""", "accounts[0].asOf")])
        {
            foreach (var read in (Action[])[
                () => new AccountReviewer().Review(Portfolio.FromJson(json)),
                () => PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))])
            {
                if (isTaken)
                    read.Should().NotThrow();
                else
                    read.Should().Throw<InvalidModelException>().Which.Faults.Should().Contain(fault => fault.Path == path
                        && fault.Message == $"it is {asOf}; it must be from 1900-01-01 to 2999-12-31");
            }
        }
    }

    [Fact]
    public void Every_fault_names_the_account()
    {
        const string Json = """
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "good" }, { "id": "c-7", "visits": 1 }, { "id": "c-8", "contacts": [ { "id": " " } ] },
              { "id": "c-9", "purchases": [ { "month": "2026-01", "amount": 79e27 }, { "month": "2026-02", "amount": 79e27 } ] }, { "name": "nobody" } ] }
            """;
        FaultsOf(() => PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Json)))).Select(fault => (fault.Path, fault.AccountId)).Should().Equal(
            ("accounts[1].visits", "c-7"), ("accounts[2].contacts[0].id", "c-8"), ("accounts[3].purchases", "c-9"), ("accounts[4].id", null));
        FaultsOf(() => Portfolio.FromJson(Json)).Select(fault => (fault.Path, fault.AccountId)).Should().Equal(
            ("accounts[1].visits", "c-7"), ("accounts[4].id", null));
    }

    // The name of a decider was refused where it was blank, and with it the whole portfolio.
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null")]
    public void A_blank_name_is_the_id(string name)
    {
        var portfolio = Portfolio.FromJson($$"""
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "name": {{name}},
              "contacts": [ { "id": "p", "name": {{name}}, "role": "KDM", "keyLevel": "Neutral", "ladder": [ { "level": "CR1", "date": "2026-03-01", "evidence": "x" } ] } ] } ] }
            """.Replace(", \"keyLevel\": \"Neutral\"", "", StringComparison.Ordinal));
        var review = new AccountReviewer().Review(portfolio).Accounts[0];
        review.Name.Should().Be("a");
        review.People[0].Name.Should().Be("p");
        review.Stakeholders!.Risks.SelectMany(risk => risk.Findings).Should().OnlyContain(text => !text.En.StartsWith(' ') && !text.En.Contains("  ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_has_no_gaps_and_says_where()
    {
        FluentActions.Invoking(() => new Quotation { Id = "q", Quantity = 1, ListPrice = 1, Discounts = [null!] }).Should().Throw<ArgumentException>()
            .WithMessage("Discounts[0] is null.*").WithParameterName("Discounts");
        FluentActions.Invoking(() => new VolumePricing(VolumeDiscountKind.AllUnits, new PriceBreak(1, 1), null!)).Should().Throw<ArgumentException>()
            .WithMessage("breaks[1] is null.*").WithParameterName("breaks");
        FluentActions.Invoking(() => new Checklist<string>("c", [null!])).Should().Throw<ArgumentException>().WithMessage("traits[0] is null.*");
        FluentActions.Invoking(() => new ReviewModels { Value = null! }).Should().Throw<ArgumentNullException>().WithParameterName("Value");
        FluentActions.Invoking(() => new OkeModels { Targets = null! }).Should().Throw<ArgumentNullException>().WithParameterName("Targets");
        FluentActions.Invoking(() => new Package(("a", 1), ("b", 1), ("a", 2))).Should().Throw<ArgumentException>()
            .WithMessage("values has 'a' twice; give each issue once.*").WithParameterName("values");
    }

    [Fact]
    public void An_account_of_another_review_is_refused()
    {
        PortfolioReviewRun Run() => new AccountReviewer().Begin(
            new Portfolio { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [new() { Id = "a" }, new() { Id = "b" }] });
        var (one, other) = (Run(), Run());
        one.Review(one.Accounts[1]).Id.Should().Be("b");
        foreach (var foreign in (RankedAccount[])[other.Accounts[0], one.Accounts[0] with { Index = 7 }, one.Accounts[0] with { Index = -1 }])
            one.Invoking(run => run.Review(foreign)).Should().Throw<ArgumentException>().WithParameterName("account");
    }

    [Fact]
    public void Nobody_is_no_cohort()
    {
        var revenue = new RevenueRetention(1, 0, 0, 0);
        FluentActions.Invoking(() => new CohortAge(0, 1, 0, 0, revenue)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Accounts");
        FluentActions.Invoking(() => new CohortPeriod(0, new(2026, 1, 1), true, 0, 0, 0, revenue)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PurchaseTrend(0, 1, 1, null, null)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Months");
        new CohortAge(0, 1, 1, 1, revenue).Retention.Should().Be(1);
    }

    [Theory]
    [InlineData("score", "1e999")]
    [InlineData("score", "100.1")]
    [InlineData("score", "-1")]
    [InlineData("coverage", "1.5")]
    public void An_assessment_that_cannot_be_is_refused(string member, string value)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(AccountValue.Standard.Assess(new()
        {
            AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, MarketGrowthRate = 0.04, BudgetTrend = 0.05,
        }));
        var camel = char.ToUpperInvariant(member[0]) + member[1..];
        var broken = System.Text.RegularExpressions.Regex.Replace(json, $"\"{camel}\":[0-9.]+", $"\"{camel}\":{value}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        broken.Should().NotBe(json);
        FluentActions.Invoking(() => System.Text.Json.JsonSerializer.Deserialize<Assessment<AccountTier>>(broken)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IReadOnlyList<ModelFault> FaultsOf(Func<object> read) =>
        read.Should().Throw<InvalidModelException>().Which.Faults;
}
