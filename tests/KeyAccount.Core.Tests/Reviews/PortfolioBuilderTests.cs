using System.Text;
using FluentAssertions;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using NodaTime;
using Xunit;

namespace KeyAccount.Core.Tests.Reviews;

public class PortfolioBuilderTests
{
    private static readonly Portfolio Head = new() { Currency = "CNY", AsOf = new(2025, 12, 31) };

    [Fact]
    public void Rows_of_any_source_become_accounts()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "name", "value.creditDays", "industry"], [["A-1", "Acme", 60, "manufacturing"], ["A-2", "Baihe", null, null]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].name", "contacts[].role", "contacts[].values"],
            [["A-1", "p1", "Ann Poe", "Key decision-maker", "Time; Advisory"], ["A-1", "p2", "Bo Lin", StakeholderRole.KDM, null]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"],
            [["A-1", new LocalDate(2025, 3, 4), 100.5m], ["A-1", new DateTime(2025, 3, 30), 9.5], ["A-1", "2025-04-02", "7"], ["A-2", "2025-04", 3]]);
        var portfolio = builder.Build();

        portfolio.Accounts.Select(account => account.Id).Should().Equal("A-1", "A-2");
        var first = portfolio.Accounts[0];
        first.Value!.CreditDays.Should().Be(60);
        first.Industry!.Name.Should().Be("Manufacturing");
        first.Contacts.Select(each => each.Role).Should().Equal(StakeholderRole.KDM, StakeholderRole.KDM);
        first.Contacts[0].Values.Select(value => value.Name).Should().Equal("Time", "Advisory");
        first.Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 110m), new MonthlyPurchases(new(2025, 4), 7m));
        builder.Report.Tables.Should().Equal(
            new ImportTableReport("accounts", 2, 2), new ImportTableReport("contacts", 2, 2), new ImportTableReport("orders", 4, 4));
        builder.Report.Notes.Should().BeEmpty();
        builder.Gaps().Should().ContainSingle(gap => gap.AccountId == "A-2" && gap.Topic == ReviewTopic.Stakeholders).Which.IsAll.Should().BeTrue();
    }

    [Fact]
    public void A_fault_names_table_row_column_value_and_what_is_allowed()
    {
        var builder = new PortfolioBuilder(Head);
        builder.AddTable("accounts", [new("id"), new("value.grossMarginRate") { Title = "GM" }, new("value.creditDays")], rowWord: "line")
            .Add(2, "A", "much", -1);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].role", "contacts[].influence"],
            [["A", "p1", "Boss", 1], ["A", "p2", "Boss", -3], ["A", null, "KDM", 1], [null, "p4", "KDM", 1]]);
        var faults = builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).ToArray();
        faults.Should().Contain("accounts, line 2, column GM: 'much': a number is needed, such as 0.35 or 35 %");
        faults.Should().Contain(fault => fault.StartsWith("contacts, row 1, column contacts[].role: 'Boss': it must be one of ", StringComparison.Ordinal)
            && fault.EndsWith(" (2 times)", StringComparison.Ordinal));
        faults.Should().Contain("contacts, row 3: contacts[].id is needed");
        faults.Should().Contain("contacts, row 4, column id: it does not say which account it is about");
    }

    [Fact]
    public void What_the_account_file_refuses_is_told_with_the_row_it_comes_from()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "value.creditDays"], [["A", -1]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].influence"], [["A", "p1", 1], ["A", "p2", -3]]);
        builder.Add("contracts", ["id", "contracts[].id", "contracts[].until"], [["A", "c", "2025-01-01"]]);
        var faults = builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>().Which.Faults;
        faults.Select(fault => fault.Path).Should().BeEquivalentTo(
            "accounts, row 1, column value.creditDays", "contacts, row 2, column contacts[].influence", "contracts, row 1");
        faults.Should().OnlyContain(fault => fault.AccountId == "A");
    }

    [Theory]
    [InlineData(ImportTolerance.LeaveOutValues, 2, null)]
    [InlineData(ImportTolerance.LeaveOutRows, 1, null)]
    public void Faults_can_be_left_out(ImportTolerance tolerance, int people, double? influence)
    {
        var builder = new PortfolioBuilder(Head) { Tolerance = tolerance };
        builder.Add("accounts", ["id"], [["A"]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].influence", "contacts[].role"],
            [["A", "p1", -3, "KDM"], ["A", "p2", 1, "KDM"]]);
        var account = builder.Build().Accounts.Should().ContainSingle().Subject;
        account.Contacts.Should().HaveCount(people);
        account.Contacts.Where(each => each.Id == "p1").All(each => each.Influence == influence).Should().BeTrue();
        builder.Report.CountOf(ImportNoteKind.Fault).Should().Be(1);
        builder.Report.Tables[1].Used.Should().Be(people);
    }

    [Fact]
    public void Rows_that_belong_to_nothing_known_are_left_over_and_counted()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "name"], [["1", "Acme Ltd."], ["2", "ACME"]]);
        builder.Add("contacts", ["name", "contacts[].id", "contacts[].name"], [["Acme", "x", "Jo"], ["Acme", "y", "Jo"], ["Acme Ltd.", "p1", "Ann"], ["Acme Ltd.", "p2", "ANN"]]);
        builder.Add("ladder", ["id", "contacts[].id", "contacts[].ladder[].level", "contacts[].ladder[].date", "contacts[].ladder[].evidence"],
            [["1", "p1", "CR3", "2025-01-01", "met"], ["1", "p9", "CR3", "2025-01-01", "met"], ["7", "p1", "CR3", "2025-01-01", "met"]]);
        var portfolio = builder.Build();
        portfolio.Accounts[0].Contacts.Select(each => each.Ladder.Count).Should().Equal(1, 0);
        portfolio.Accounts[1].Contacts.Should().HaveCount(2, "a name is found whatever its letter case");
        var report = builder.Report;
        report.Notes.Where(note => note.Kind == ImportNoteKind.UnknownAccount).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Table = "ladder", Where = "row 3", Value = "7", Count = 1 });
        report.Notes.Where(note => note.Kind == ImportNoteKind.UnknownItem).Should().ContainSingle().Which.Value.Should().Be("p9");
        report.Notes.Where(note => note.Kind == ImportNoteKind.AlikeAccounts).Should().ContainSingle().Which.Value.Should().Be("'ACME' = 'Acme Ltd.'");
        report.Notes.Where(note => note.Kind == ImportNoteKind.AlikePeople).Select(note => note.Value).Should().BeEquivalentTo("'ANN' = 'Ann'", "'Jo' = 'Jo'");
        report.Tables[2].Should().Be(new ImportTableReport("ladder", 3, 1));
    }

    [Fact]
    public void Rows_of_one_thing_must_agree_and_a_repeated_one_is_told()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "owner"], [["A", "Chen"], ["A", "Chen"], ["A", "Li"]]);
        builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle()
            .Which.ToString().Should().Be("accounts, row 3, column owner: 'Li': accounts, row 1 says 'Chen'; both must agree");
        builder.Report.CountOf(ImportNoteKind.Repeated).Should().Be(2);
    }

    [Fact]
    public void A_column_maps_values_units_and_follows_another_one()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"]]);
        var deals = builder.AddTable("deals",
        [
            new("id"), new("opportunities[].id"), new("opportunities[].amount") { Unit = ImportUnit.Thousands },
            new("opportunities[].history[].stage") { Values = new Dictionary<string, string?> { ["Closed Won"] = "P6", ["Proposal"] = "P4", ["*"] = "P1" } },
            new("opportunities[].outcome.isWon") { Values = new Dictionary<string, string?> { ["closed won"] = "true", ["*"] = null } },
            new("opportunities[].outcome.date") { OnlyWith = "opportunities[].outcome.isWon" },
            new("opportunities[].statedOdds") { Unit = ImportUnit.PerCent },
        ]);
        deals.Add(1, "A", "d1", 12.5m, "Proposal", "Proposal", "2025-06-30", 35);
        deals.Add(2, "A", "d2", 3, "Closed Won", "Closed Won", "2025-06-30", "35 %");
        var found = builder.Build().Accounts[0].Opportunities;
        found.Select(deal => (deal.Amount, deal.Stage.Name, deal.StatedOdds, deal.Outcome?.IsWon)).Should().Equal(
            (12_500m, "P4", 0.35, null), (3_000m, "P6", 0.35, true));
    }

    [Fact]
    public void Of_surveys_the_latest_counts()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"]]);
        var surveys = builder.AddTable("surveys", [new("id"), new("satisfaction")], isLatest: true);
        surveys.Add(1, "A", "Low", new LocalDate(2025, 3, 1));
        surveys.Add(2, "A", "High", new LocalDate(2025, 9, 1));
        surveys.Add(3, "A", "Medium", new LocalDate(2025, 6, 1));
        builder.Build().Accounts[0].Satisfaction!.Name.Should().Be("High");
    }

    [Fact]
    public void An_update_keeps_what_rows_do_not_say_and_tells_each_change()
    {
        var before = new Portfolio
        {
            Currency = "CNY",
            AsOf = new(2025, 12, 31),
            Accounts =
            [
                new()
                {
                    Id = "A",
                    Owner = "Chen",
                    Contacts = [new() { Id = "p1", JobTitle = "Buyer", Ladder = [new(Core.Relationships.LadderLevel.CR3, new(2025, 1, 1), "met")] }],
                    Purchases = [new(new(2025, 1), 5)],
                },
                new() { Id = "B", Owner = "Li" },
            ],
        };
        var builder = new PortfolioBuilder(before);
        builder.Add("accounts", ["id", "owner"], [["A", "Wang"], ["C", "Li"]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].jobTitle"], [["A", "p1", "Head of purchasing"]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], [["A", "2025-02", 7]]);
        var after = builder.Build();
        after.Accounts.Select(account => (account.Id, account.Owner)).Should().Equal(("A", "Wang"), ("B", "Li"), ("C", "Li"));
        after.Accounts[0].Contacts.Should().Equal(before.Accounts[0].Contacts[0] with { JobTitle = "Head of purchasing" });
        after.Accounts[0].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 1), 5), new MonthlyPurchases(new(2025, 2), 7));
        after.Accounts[1].Should().BeSameAs(before.Accounts[1]);
        builder.Report.Notes.Where(note => note.Kind == ImportNoteKind.Change).Select(note => (note.Column, note.Value, note.Message)).Should().Equal(
            ("owner", "Wang", "it was Chen"), ("contacts[].jobTitle", "Head of purchasing", "it was Buyer"));
        builder.Report.Notes.Where(note => note.Kind == ImportNoteKind.NewAccount).Should().ContainSingle().Which.Value.Should().Be("C");
    }

    [Fact]
    public void The_same_rows_make_the_same_bytes_which_are_a_portfolio()
    {
        byte[] Write()
        {
            var builder = new PortfolioBuilder(Head);
            builder.Add("accounts", ["id", "name"], [["A", "白鹤 <b>"], ["B", null]]);
            using var stream = new MemoryStream();
            builder.Write(stream);
            return stream.ToArray();
        }

        Write().Should().Equal(Write());
        Portfolio.FromJson(Write()).Accounts.Select(account => account.Name).Should().Equal("白鹤 <b>", null);
        Encoding.UTF8.GetString(Write()).Should().Contain("白鹤", "a person reads it");
    }

    [Fact]
    public void A_builder_builds_once_and_refuses_columns_that_are_none()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Invoking(each => each.AddTable("x", [new("contacts.role")])).Should().Throw<InvalidModelException>().Which.Faults
            .Select(fault => fault.ToString()).Should().Equal(
                "columns[0].path: 'contacts.role' is not a column of the account file. Is it contacts[].role?",
                "columns: no column says which account a row is about; one must have the path id, or name");
        builder.Build();
        builder.Invoking(each => each.Build()).Should().Throw<InvalidOperationException>();
        builder.Invoking(each => each.Add("accounts", ["id"], [["A"]])).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Every_column_of_every_topic_is_a_value_of_a_cell() =>
        ImportLayout.All().SelectMany(layout => layout.Columns).Select(column => PortfolioBuilder.KindOf(column.Path)).Should().NotBeEmpty();
}
