using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using NodaTime;
using Xunit;

namespace KeyAccount.Core.Tests.Reviews;

public class PortfolioBuilderNotesTests
{
    private static readonly Portfolio Head = new() { Currency = "CNY", AsOf = new(2025, 12, 31) };

    [Fact]
    public void An_update_tells_what_is_new_and_what_the_tables_do_not_have()
    {
        var before = Head with
        {
            Accounts =
            [
                new()
                {
                    Id = "A",
                    Owner = "Chen",
                    Contacts = [new() { Id = "p1", Name = "Ann", JobTitle = "Buyer" }, new() { Id = "p2", Name = "Bo" }],
                    Contracts = [new() { Id = "c", From = new(2025, 1, 1) }],
                },
                new() { Id = "B" },
                new() { Id = "C", Contacts = [new() { Id = "p1" }] },
            ],
        };
        var builder = new PortfolioBuilder(before);
        builder.Add("accounts", ["id", "owner"], [["A", null], ["C", null], ["D", "Li"]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].name", "contacts[].jobTitle"],
            [["A", "p1", "Ann", null], ["A", "p3", "Cy", "Fitter"], ["D", "p1", "Di", null]]);
        var after = builder.Build();
        after.Accounts[0].Contacts.Select(each => each.JobTitle).Should().Equal("Buyer", null, "Fitter");
        after.Accounts[0].Contracts.Should().ContainSingle();
        builder.Report.Notes.Select(note => $"{note.Kind} {note.Place} {note.Value} {note.AccountId}").Should().BeEquivalentTo(
            "NewAccount accounts, row 3 D D", "NewItem contacts, row 2, column contacts p3 A",
            "Kept accounts, row 1, column owner Chen A", "Kept contacts, row 1, column contacts[].jobTitle Buyer A",
            "Kept column contacts p2 A", "Kept column contacts p1 C", "Kept  B B", "Repeated contacts, row 1  A");
    }

    [Fact]
    public void A_list_that_no_table_has_is_not_told()
    {
        var before = Head with { Accounts = [new() { Id = "A", Contracts = [new() { Id = "c", From = new(2025, 1, 1) }] }] };
        var builder = new PortfolioBuilder(before);
        builder.Add("accounts", ["id", "owner"], [["A", "Li"]]);
        builder.Build().Accounts[0].Contracts.Should().ContainSingle();
        builder.Report.Notes.Should().ContainSingle().Which.Kind.Should().Be(ImportNoteKind.Change);
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-02", true)]
    [InlineData("2025-12", false)]
    public void A_date_of_what_happened_must_not_be_after_the_facts(string date, bool isTold)
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"]]);
        builder.AddTable("orders", [new("id"), new("purchases[].month") { Title = "Date" }, new("purchases[].amount")]).Add(7, "A", date, 1);
        builder.Build().Accounts[0].Purchases.Should().ContainSingle("it stays in the file");
        var notes = builder.Report.Notes.Where(note => note.Kind == ImportNoteKind.FutureDate).ToArray();
        notes.Should().HaveCount(isTold ? 1 : 0);
        if (!isTold)
            return;
        notes[0].Place.Should().Be("orders, row 7, column Date");
        notes[0].Value.Should().Be(date);
        notes[0].Message.Should().Contain("after 2025-12-31").And.Contain("--as-of");
        notes[0].MessageIn("zh-Hans").Should().Contain("2025-12-31").And.NotContain("after");
    }

    [Theory]
    [InlineData("visits[].on", true)]
    [InlineData("orders[].date", true)]
    [InlineData("quotes[].date", true)]
    [InlineData("invoices[].paid", true)]
    [InlineData("invoices[].due", false)]
    [InlineData("contracts[].until", false)]
    [InlineData("opportunities[].expectedClose", false)]
    [InlineData("needs[].neededBy", false)]
    public void Plans_and_deadlines_may_be_after_the_facts(string path, bool isOfThePast) =>
        PortfolioBuilder.ColumnsOf().Single(column => column.Path == path).IsPlanned.Should().Be(!isOfThePast);

    [Fact]
    public void The_date_of_the_account_is_the_one_that_counts()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "asOf"], [["A", "2026-03-31"], ["B", "2025-06-30"]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], [["A", "2026-03-01", 1], ["B", "2025-07-01", 1]]);
        builder.Build();
        builder.Report.Notes.Where(note => note.Kind == ImportNoteKind.FutureDate).Should().ContainSingle().Which.AccountId.Should().Be("B");
    }

    [Theory]
    [InlineData("A1", "a1", true)]
    [InlineData("A1", "A 1", true)]
    [InlineData("A1", "Ａ１", true)]
    [InlineData("007", "7", true)]
    [InlineData("A1", "A2", false)]
    [InlineData("1-2", "12", false)]
    [InlineData("客户一", "客户 一", true)]
    public void Ids_that_look_alike_are_told(string one, string other, bool isTold)
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "name"], [[one, "Acme"], [other, "Baihe"]]);
        builder.Add("contacts", ["id", "contacts[].id"], [[one, one], [one, other]]);
        builder.Add("contracts", ["id", "contracts[].id", "contracts[].from"], [[one, one, "2025-01-01"], [one, other, "2025-01-01"]]);
        builder.Build();
        foreach (var kind in new[] { ImportNoteKind.AlikeAccounts, ImportNoteKind.AlikePeople, ImportNoteKind.AlikeItems })
        {
            var notes = builder.Report.Notes.Where(note => note.Kind == kind).ToArray();
            notes.Should().HaveCount(isTold ? 1 : 0, kind.ToString());
            if (isTold)
                notes[0].Should().Match<ImportNote>(note => note.Value!.Contains($"'{one}'") && note.Value.Contains($"'{other}'") && note.Count == 2 && note.Where == "row 2");
        }
    }

    [Fact]
    public void Names_that_look_alike_are_told_once()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "name"], [["1", "Acme Ltd"], ["2", "ＡＣＭＥ"], ["acme", null], ["ACME", null]]);
        builder.Build();
        builder.Report.Notes.Select(note => note.Value).Should().BeEquivalentTo("'ACME' = 'acme'", "'ACME' = 'Acme Ltd' = 'acme' = 'ＡＣＭＥ'");
    }

    // One wrong cell is one fault, whatever follows from it.
    [Fact]
    public void What_follows_from_a_fault_is_not_told()
    {
        foreach (var tolerance in Enum.GetValues<ImportTolerance>())
        {
            var builder = new PortfolioBuilder(Head) { Tolerance = tolerance };
            builder.Add("accounts", ["id", "value.creditDays"], [["A", "much"]]);
            builder.Add("contacts", ["id", "contacts[].id", "contacts[].influence"], [["A", "p1", "high"], ["A", "p2", 1], ["A", "p3", -3]]);
            builder.Add("ladder", ["id", "contacts[].id", "contacts[].ladder[].level", "contacts[].ladder[].date", "contacts[].ladder[].evidence"],
                [["A", "p1", "CR3", "2025-01-01", "met"], ["A", "p2", "CR3", "31.31.2025", "met"]]);
            builder.Add("ties", ["id", "ties[].from", "ties[].to", "ties[].kind"], [["A", "p1", "p2", "ReportsTo"]]);
            builder.Add("deals", ["id", "opportunities[].id", "opportunities[].name", "opportunities[].amount", "opportunities[].history[].stage"],
                [["A", "d1", "D", "lots", "P2"], ["A", "d2", "E", 5, "P2"]]);
            builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], [["A", "soon", 1]]);
            if (tolerance == ImportTolerance.None)
                builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>();
            else
                builder.Build();
            builder.Report.Notes.Where(note => note.Kind != ImportNoteKind.UnknownAccount).Select(note => $"{note.Kind} {note.Place}").Should().BeEquivalentTo(
                [
                    "Fault accounts, row 1, column value.creditDays", "Fault contacts, row 1, column contacts[].influence",
                    "Fault ladder, row 2, column contacts[].ladder[].date", "Fault deals, row 1, column opportunities[].amount",
                    "Fault contacts, row 3, column contacts[].influence", "Fault orders, row 1, column purchases[].month",
                ], tolerance.ToString());
        }
    }

    [Fact]
    public void What_has_no_fault_of_its_own_is_still_told()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].influence"], [["A", "p1", "high"], ["A", "p2", -3]]);
        builder.Add("contracts", ["id", "contracts[].id", "contracts[].until"], [["A", "c", "2025-01-01"]]);
        builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().BeEquivalentTo(
            "contacts, row 1, column contacts[].influence", "contacts, row 2, column contacts[].influence", "contracts, row 1");
    }

    [Fact]
    public void Beyond_ten_thousand_notes_of_a_kind_they_are_counted()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], Enumerable.Range(0, 10_005).Select(i => new object?[] { $"x{i}", "2025-01", 1 }));
        builder.Build();
        builder.Report.Notes.Should().HaveCount(10_001);
        builder.Report.Notes[^1].Should().Match<ImportNote>(note => note.Value == null && note.Count == 5);
        builder.Report.CountOf(ImportNoteKind.UnknownAccount).Should().Be(10_005);
    }

    [Fact]
    public void What_is_told_beside_faults_is_told_in_three_languages()
    {
        var before = Head with { Accounts = [new() { Id = "A", Owner = "Li", Contacts = [new() { Id = "p" }, new() { Id = "P" }] }, new() { Id = "a" }] };
        var builder = new PortfolioBuilder(before);
        builder.Add("accounts", ["id", "owner"], [["A", "Chen"], ["B", "Wu"]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], [["A", "2026-05", 1], ["b", "2025-01", 1]]);
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].ladder[].level"], [["A", "q", "CR3"]]);
        builder.Build();
        builder.Report.Notes.Select(note => note.Kind).Distinct().Should().HaveCountGreaterThan(6);
        foreach (var note in builder.Report.Notes)
        {
            note.MessageIn(Language.English).Should().Be(note.Message);
            note.MessageIn("zh-Hans").Should().NotBe(note.Message).And.MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
            note.MessageIn("zh-Hant").Should().NotBe(note.MessageIn("zh-Hans"));
        }
    }

    [Fact]
    public void Texts_in_a_list_come_back_as_they_are()
    {
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("a", ";", "|", "、", "；", "\"", " ", "  b", "é", "\n", "x;y", "\"q\"", "").ArrayOf().Select(string.Concat)).ToArbitrary(),
            texts =>
            {
                texts = [.. texts.Take(6)];
                var deal = new KeyAccount.Core.Funnel.Opportunity
                {
                    Id = "d",
                    AccountId = "A",
                    Amount = 1,
                    History = [new(KeyAccount.Core.Funnel.FunnelStage.P2, null)],
                    Needs = texts,
                };
                var layout = ImportLayout.All().Single(each => each.Name == "opportunities");
                var at = layout.Columns.ToList().FindIndex(column => column.Path == "opportunities[].needs");
                var cell = layout.RowsOf(new() { Id = "A", Opportunities = [deal] }).Single()[at];
                var builder = new PortfolioBuilder(Head);
                builder.Add("t", ["id", "opportunities[].id", "opportunities[].amount", "opportunities[].history[].stage", "opportunities[].needs"],
                    [["A", "d", 1, "P2", cell]]);
                builder.Build().Accounts[0].Opportunities[0].Needs.Should().Equal(texts);
            }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("valves; seals", "valves", "seals")]
    [InlineData("valves；seals、pumps|hoses", "valves", "seals", "pumps", "hoses")]
    [InlineData("\"valves; size 40\"; seals", "valves; size 40", "seals")]
    [InlineData("\"say \"\"no\"\"\"", "say \"no\"")]
    [InlineData("3/4\" pipe; 1\" pipe", "3/4\" pipe", "1\" pipe")]
    [InlineData("\"quoted\" word; b", "\"quoted\" word", "b")]
    [InlineData("\"open; b", "\"open", "b")]
    [InlineData(";; a ;", "a")]
    public void A_list_cell_is_split_at_its_separators(string cell, params string[] texts)
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("t", ["id", "opportunities[].id", "opportunities[].amount", "opportunities[].history[].stage", "opportunities[].needs"],
            [["A", "d", 1, "P2", cell]]);
        builder.Build().Accounts[0].Opportunities[0].Needs.Should().Equal(texts);
    }

    [Fact]
    public void A_mapping_names_unknown_tables_and_paths_with_the_nearest()
    {
        var act = () => ImportMapping.FromJson("""
            { "tables": { "contact": { "columns": [ { "title": "a", "path": "id" } ] }, "zzz": { "columns": [ { "title": "a", "path": "id" } ] },
              "contacts": { "columns": [ { "title": "a", "path": "id" }, { "title": "b", "path": "contacts[].rol" }, { "title": "c", "path": "contacts[].id" },
                { "title": "d", "path": "contacts[].influence" }, { "title": "e", "path": "contacts[].influence" },
                { "title": "f", "path": "contacts[].name" }, { "title": "F ", "path": "contacts[].name" }, { "title": "g", "path": "contacts[].name" } ] } } }
            """);
        act.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().SatisfyRespectively(
            fault => fault.Should().StartWith("tables[\"contact\"]: 'contact' is not a table of the account file. Is it contacts? It must be one of accounts, "),
            fault => fault.Should().StartWith("tables[\"zzz\"]: 'zzz' is not a table of the account file. It must be one of accounts, "),
            fault => fault.Should().Be("tables[\"contacts\"].columns[1].path: 'contacts[].rol' is not a column of the account file. Is it contacts[].role?"),
            fault => fault.Should().StartWith("tables[\"contacts\"].columns[4].path: contacts[].influence is also the path of columns[3]"),
            fault => fault.Should().StartWith("tables[\"contacts\"].columns[6].path: contacts[].name is also the path of columns[5]"));
    }

    [Theory]
    [InlineData("contact", "contacts")]
    [InlineData("Crédit days", "creditDays")]
    [InlineData("oportunities", "opportunities")]
    [InlineData("fax", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found(string name, string? nearest) =>
        LookAlikes.Nearest(name, ["contacts", "opportunities", "creditDays", "id"]).Should().Be(nearest);

    // Written in full width, a name is not ASCII and is looked at in another way; it has the same key.
    [Fact]
    public void A_name_has_the_same_key_in_full_width() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("acme", "Ltd", "co", "GmbH", "KG", "0", "07", "12", " ", ".", "'", "-", "&", "B", "v", "S.A.", "a")).Select(string.Concat).ToArbitrary(),
            name => LookAlikes.KeyOf(string.Concat(name.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c))).Should().Be(LookAlikes.KeyOf(name), name))
            .QuickCheckThrowOnFailure();
}
