using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Imports;

public class ImportCommandTests
{
    private static readonly string[] Head = ["--currency", "CNY", "--as-of", "2025-12-31"];

    [Theory]
    [InlineData("tables")]
    [InlineData("tables.xlsx")]
    public void The_sample_written_as_tables_is_the_sample_when_it_is_imported(string place)
    {
        using var folder = new TemporaryFolder();
        var sample = ToolRun.Of("sample", "--out", folder.Of(place));
        sample.Succeeds().Should().BeEmpty();
        sample.Notes.Should().HaveCount(2).And.Contain(note => note.Contains("contacts[].style"), "confidential facts are written, and it is said");
        var report = Report(ToolRun.Of("import", "--from", folder.Of(place), "--out", folder.Of("p.json"), "--format", "json"));
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Should().Be(Portfolio.FromJson(Sample()));
        report["notes"]!.AsArray().Should().BeEmpty();
        report["tables"]!.AsArray().Sum(table => table!["leftOver"]!.GetValue<int>()).Should().Be(0);

        ToolRun.Of("import", "--from", folder.Of(place), "--out", folder.Of("again.json"), "-q").Succeeds();
        File.ReadAllBytes(folder.Of("again.json")).Should().Equal(File.ReadAllBytes(folder.Of("p.json")));
    }

    [Theory]
    [InlineData("crm")]
    [InlineData("crm.xlsx")]
    public void Exports_of_a_CRM_are_a_review_in_two_commands(string place)
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("sample", "--preset", "salesforce", "--out", folder.Of(place)).Succeeds();
        ToolRun.Of(["import", "--from", folder.Of(place), "--preset", "salesforce", "--currency", "CNY", "--as-of", "2026-03-31", "--out", folder.Of("p.json")]).Succeeds();
        ToolRun.Of("review", folder.Of("p.json"), "--lang", "en").Succeeds().Should().Contain("Harrow Pumps");
        var accounts = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts;
        accounts.Select(account => (account.Name, account.Owner, account.Industry?.Name)).Should().StartWith([
            ("Harrow Pumps Ltd", "Iris Novak", "Manufacturing"), ("Lanxi Foundry", "Iris Novak", "Manufacturing"),
            ("Mercer Savings Bank", "Tom Adeyemi", "Finance")]);
        accounts[5].Industry.Should().BeNull("no industry of ours is that one for certain");
        accounts[0].Contacts.Select(each => (each.Name, each.JobTitle)).Should().Equal(("Ana Brook", "General manager"), ("Ben Calder", "Purchasing director"));
        accounts[0].Opportunities.Select(deal => (deal.Name, deal.Amount, deal.Stage.Name, deal.StatedOdds, deal.Outcome?.IsWon)).Should().Equal(
            ("Booster set, plant 2", 420_000m, "P5", 0.7, null), ("Spare seals 2026", 65_000m, "P6", 1.0, true));
        accounts[1].Opportunities[1].Outcome!.IsWon.Should().BeFalse();
    }

    [Fact]
    public void What_is_advised_for_quotation_marks_works_beside_a_table_of_quotes()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,name\nA,\"Harbour \"Steel\" Ltd\n");
        var quotes = folder.Write("q.csv", "account,id,date,product,quantity,listPrice\nA,Q1,2025-06-30,Pump,1,10\n");
        string[] import = ["import", "--accounts", accounts, "--quotes", quotes, .. Head, "--out", folder.Of("p.json")];
        ToolRun.Of(import).Fails().Should().Contain("--quoting literal");
        ToolRun.Of([.. import, "--quoting", "literal"]).Succeeds();
        var account = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts.Should().ContainSingle().Which;
        account.Name.Should().Be("\"Harbour \"Steel\" Ltd");
        account.Quotes.Should().ContainSingle().Which.Id.Should().Be("Q1");
    }

    [Fact]
    public void Without_currency_or_date_the_way_out_is_named()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id\nA\n");
        ToolRun.Of("import", "--accounts", accounts, "--out", folder.Of("p.json")).FailsInOneLine().Should().Contain("--currency is missing");
        ToolRun.Of("import", "--accounts", accounts, "--out", folder.Of("p.json"), "--currency", "CNY").FailsInOneLine().Should().Contain("--as-of is missing");
        ToolRun.Of("import", "--accounts", accounts, "--out", folder.Of("p.json"), "--currency", "EUR", "--as-of", "2025-12-31").FailsInOneLine().Should().Contain("--key-account is missing");
        ToolRun.Of(["import", "--accounts", accounts, .. Head]).FailsInOneLine().Should().Contain("--out is missing");
        ToolRun.Of(["import", "--accounts", accounts, "--out", accounts, .. Head]).FailsInOneLine().Should().Contain("is a file that is read");
        ToolRun.Of(["import", "--out", folder.Of("p.json"), .. Head]).FailsInOneLine().Should().Contain("there is no table to import");
        folder.Names.Should().Equal("a.csv");
    }

    [Fact]
    public void A_fault_names_file_line_column_and_value_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,name,creditDays,industry\nA,Acme,sixty,Mining\nB,Baihe,-1,Mining\n");
        var old = folder.Write("p.json", "old");
        var error = ToolRun.Of(["import", "--accounts", accounts, "--out", old, .. Head]).Fails();
        error.Should().Contain($"{accounts}, line 2, column creditDays: 'sixty': a number is needed");
        error.Should().Contain($"{accounts}, line 2, column industry: 'Mining': it must be one of Manufacturing, Finance, Internet, Government (2 times)");
        error.Should().Contain("--map").And.Contain("--skip-bad-values");
        File.ReadAllText(old).Should().Be("old");
        folder.Names.Should().BeEquivalentTo("a.csv", "p.json");

        var report = Report(ToolRun.Of(["import", "--accounts", accounts, "--out", old, "--skip-bad-values", "--format", "json", .. Head]));
        Portfolio.FromJson(File.ReadAllBytes(old)).Accounts.Select(account => (account.Id, account.Value?.CreditDays)).Should().Equal(("A", null), ("B", null));
        report["notes"]!.AsArray().Select(note => note!["kind"]!.GetValue<string>()).Should().Equal("Fault", "Fault", "OutsideList");
        ToolRun.Of(["import", "--accounts", accounts, "--out", old, "--skip-bad-rows", "-q", .. Head]).Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(old)).Accounts.Should().BeEmpty();
    }

    [Fact]
    public void Numbers_dates_and_units_are_read_as_the_mapping_says()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("k.csv", "Kunde;Marge %;Ziel (Wochen);Umsatz T€;Rolle\n4711;18,5;2;1.250,5;x\n");
        var people = folder.Write("l.csv", "Kunde;Nr;Person;Rolle;Einfluss\n4711;1;Ann;Key Decision Maker;1,5\n4711;2;Bo;Sponsor;2\n4711;3;Cy;;\n");
        var map = folder.Write("m.json", """
            { "version": 1, "tables": {
              "accounts": { "culture": "de-DE", "ignored": ["Rolle"], "columns": [
                { "title": "Kunde", "path": "id" }, { "title": "Marge %", "path": "value.grossMarginRate", "unit": "PerCent" },
                { "title": "Ziel (Wochen)", "path": "value.creditDays", "unit": "Weeks" }, { "title": "Umsatz T€", "path": "value.annualPurchases", "unit": "Thousands" } ] },
              "contacts": { "culture": "de-DE", "columns": [
                { "title": "Kunde", "path": "id" }, { "title": "Nr", "path": "contacts[].id" }, { "title": "Person", "path": "contacts[].name" },
                { "title": "Rolle", "path": "contacts[].role", "values": { "sponsor": "KI" } }, { "title": "Einfluss", "path": "contacts[].influence" } ] } } }
            """);
        ToolRun.Of(["import", "--accounts", accounts, "--contacts", people, "--map", map, "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        var account = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts.Should().ContainSingle().Subject;
        account.Value!.GrossMarginRate.Should().Be(0.185);
        account.Value.CreditDays.Should().Be(14);
        account.Value.AnnualPurchases.Should().Be(1_250_500m);
        account.Contacts.Select(each => (each.Id, each.Role, each.Influence)).Should().Equal(
            ("1", StakeholderRole.KDM, 1.5), ("2", StakeholderRole.KI, 2.0), ("3", null, null));
        ToolRun.Of(["import", "--accounts", accounts, "--map", map, "--out", folder.Of("p.json"), "--lang", "en", "--format", "md", .. Head]).Succeeds()
            .Should().Contain("column Umsatz T€: the title says EUR, but the amounts are taken in the currency of the account, or CNY");
    }

    [Fact]
    public void A_mapping_is_checked_with_every_fault_by_place()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id\nA\n");
        var map = folder.Write("m.json", """
            { "tables": { "accounts": { "culture": "xx-YY-zz", "columns": [ { "title": "id", "path": "id" }, { "title": "x", "path": "creditDays" },
              { "path": "owner" }, { "title": "i", "path": "industry", "unit": "PerCent", "values": { "a": "Mining" } },
              { "title": "n", "path": "name", "onlyWith": "owners" } ] }, "contacts": { "columns": [ ] } } }
            """);
        var error = ToolRun.Of(["import", "--accounts", accounts, "--map", map, "--out", folder.Of("p.json"), .. Head]).Fails();
        foreach (var place in new[]
        {
            "tables[\"accounts\"].culture: 'xx-YY-zz' is not a culture", "tables[\"accounts\"].columns[1].path: 'creditDays' is not a column of the account file. Is it value.creditDays?",
            "tables[\"accounts\"].columns[2].title: it is missing", "tables[\"accounts\"].columns[3].unit: it is PerCent, but industry is not a number",
            "tables[\"accounts\"].columns[3].values[\"a\"]: it is 'Mining'; it must be one of ", "tables[\"accounts\"].columns[4].onlyWith: no column of the table has the path 'owners'",
            "tables[\"contacts\"].columns: no column says which account",
        })
            error.Should().Contain(place);
        ToolRun.Of("schema", "mapping").Succeeds().Should().Contain("\"onlyWith\"").And.Contain("PerCent").And.Contain("\"version\"");
        folder.Write("m.json", """{ "version": 2, "tables": { } }""");
        ToolRun.Of(["import", "--accounts", accounts, "--map", map, "--out", folder.Of("p.json"), .. Head]).Fails().Should().Contain("version");
    }

    [Theory]
    [InlineData("en", "客户编号,客户名称,毛利率(%),金额", "Contact ID,Customer Name,Full Name,Decision Role")]
    [InlineData("zh-Hans", "Customer ID,Company Name,Gross margin %,Fax", "联系人编号,客户名称,姓名,决策角色")]
    public void A_mapping_is_drafted_from_titles_and_values(string language, string accountTitles, string peopleTitles)
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", $"{accountTitles.Replace("(%)", "").Replace(" %", "")}\n1,Acme,18.5,7\n2,Baihe,22,8\n");
        var people = folder.Write("c.csv", $"{peopleTitles}\np1,Acme,Ann,Boss\np2,Acme,Bo,KDM\n");
        var run = ToolRun.Of("import", "--suggest", "--accounts", accounts, "--contacts", people, "--out", folder.Of("m.json"), "--lang", language);
        run.Succeeds().Should().BeEmpty();
        run.Error.Should().Contain("PerCent").And.Contain("'Boss'");
        var mapping = ImportMapping.FromJson(File.ReadAllText(folder.Of("m.json")));
        mapping.Tables["accounts"].Columns.Select(column => (column.Path, column.Unit)).Should().Equal(
            ("id", ImportUnit.Same), ("name", ImportUnit.Same), ("value.grossMarginRate", ImportUnit.PerCent));
        mapping.Tables["accounts"].Ignored.Should().ContainSingle();
        mapping.Tables["contacts"].Columns.Select(column => column.Path).Should().BeEquivalentTo("contacts[].id", "name", "contacts[].name", "contacts[].role");

        // A person says what the value stands for, and the draft is what is imported.
        folder.Write("m.json", File.ReadAllText(folder.Of("m.json")).Replace("\"Boss\": null", "\"Boss\": \"KI\""));
        ToolRun.Of(["import", "--accounts", accounts, "--contacts", people, "--map", folder.Of("m.json"), "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        var account = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0];
        account.Value!.GrossMarginRate.Should().Be(0.185);
        account.Contacts.Select(each => each.Role).Should().Equal(StakeholderRole.KI, StakeholderRole.KDM);
    }

    [Theory]
    [InlineData("salesforce", "AccountId,Id,FirstName,LastName,Title", "id", "contacts[].id", "contacts[].name", "contacts[].name", "contacts[].jobTitle")]
    [InlineData("dynamics365", "contactid,fullname,jobtitle,parentcustomerid,emailaddress1", "contacts[].id", "contacts[].name", "contacts[].jobTitle", "id")]
    [InlineData("hubspot", "Record ID,First Name,Last Name,Job Title,Associated Company IDs (Primary)", "contacts[].id", "contacts[].name", "contacts[].name", "contacts[].jobTitle", "id")]
    [InlineData("pipedrive", "Person - ID,Person - Name,Person - Organization ID,Person - Job title", "contacts[].id", "contacts[].name", "id", "contacts[].jobTitle")]
    public void A_CRM_is_known_by_its_titles(string preset, string titles, params string[] paths)
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("c.csv", $"{titles}\n1,2,3,4,5\n"[..^(titles.Split(',').Length == 4 ? 3 : 1)] + "\n");
        foreach (var options in new[] { new[] { "--preset", preset }, [] })
        {
            ToolRun.Of(["import", "--suggest", "--contacts", people, "--out", folder.Of("m.json"), "-q", .. options]).Succeeds();
            ImportMapping.FromJson(File.ReadAllText(folder.Of("m.json"))).Tables["contacts"].Columns.Select(column => column.Path).Should().Equal(paths);
        }
    }

    [Fact]
    public void An_update_tells_each_change_and_keeps_the_rest()
    {
        using var folder = new TemporaryFolder();
        var before = folder.Write("p.json", Sample());
        var accounts = folder.Write("a.csv", "id,owner\nAldermoor Steel Works,Nora Quist\nNew Mill,Nora Quist\n");
        var people = folder.Write("c.csv", "account,id,jobTitle\nAldermoor Steel Works,p1,Managing director\nNobody,p1,x\n");
        var report = Report(ToolRun.Of("import", "--update", before, "--accounts", accounts, "--contacts", people, "--out", before, "--format", "json"));
        var (old, now) = (Portfolio.FromJson(Sample()), Portfolio.FromJson(File.ReadAllBytes(before)));
        now.Accounts.Should().HaveCount(old.Accounts.Count + 1);
        now.Accounts.Skip(1).SkipLast(1).Should().Equal(old.Accounts.Skip(1));
        now.Accounts[0].Should().Be(old.Accounts[0] with
        {
            Owner = "Nora Quist",
            Contacts = [old.Accounts[0].Contacts[0] with { JobTitle = "Managing director" }, .. old.Accounts[0].Contacts.Skip(1)],
        });
        report["notes"]!.AsArray().Select(note => $"{note!["kind"]} {note["account"]} {note["column"]} {note["value"]}: {note["message"]}").Should().BeEquivalentTo(
            [
                "UnknownAccount   Nobody: there is no such account", "NewAccount New Mill  New Mill: it is new in the portfolio",
                "Change Aldermoor Steel Works owner Nora Quist: it was Chen Wei",
                "Change Aldermoor Steel Works contacts[].jobTitle Managing director: it was General manager",
                .. old.Accounts.Skip(1).Select(account => $"Kept {account.Id}  {account.Id}: the tables do not have the account; it stays in the portfolio"),
                .. old.Accounts[0].Contacts.Skip(1).Select(each => $"Kept {old.Accounts[0].Id} contacts {each.Id}: the tables do not have the entry; it stays in the account"),
            ]);
        var text = ToolRun.Of("import", "--update", before, "--accounts", accounts, "--out", folder.Of("again.json"), "--lang", "en").Succeeds();
        text.Should().Contain($"{old.Accounts.Count - 1} facts are kept that the tables leave out").And.Contain($"({old.Accounts.Count - 1} in all), first:");
        ToolRun.Of("import", "--update", before, "--accounts", accounts, "--contacts", people, "--out", folder.Of("again.json"), "--lang", "zh-Hans").Succeeds()
            .Should().Contain("Nobody：没有这家客户");
        text = ToolRun.Of("import", "--update", before, "--accounts", folder.Write("d.csv", "id,creditDays\nNew Mill,x\n"), "--out", folder.Of("again.json"), "--lang", "en", "--skip-bad-values").Succeeds();
        text.Should().Contain("column creditDays: x: a number is needed");
        ToolRun.Of("import", "--update", before, "--accounts", accounts, "--out", before, "--currency", "EUR", "--key-account", "1").FailsInOneLine().Should().Contain("CNY");
    }

    [Fact]
    public void What_is_left_over_is_counted_in_every_language_and_format()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,name,Fax\n1,Acme Ltd,9\n2,ACME,9\n");
        var orders = folder.Write("o.csv", "account,date,amount\n1,2025-03-04,10\n1,2025-03-05,20\n7,2025-03-05,5\n");
        string[] arguments = ["import", "--accounts", accounts, "--purchases", orders, "--out", folder.Of("p.json"), .. Head];
        var text = ToolRun.Of([.. arguments, "--lang", "en"]).Succeeds();
        text.Should().Contain("The portfolio has 2 accounts.").And.Contain("columns that match nothing: Fax").And.Contain("1 row names an unknown account")
            .And.Contain("1 group of accounts with similar names").And.Contain("'ACME' = 'Acme Ltd'").And.Contain("What the accounts still lack");
        text.Should().MatchRegex(@"purchases +\S+ +3 +2 +1\n");
        ToolRun.Of([.. arguments, "--lang", "zh-Hans", "--format", "md"]).Succeeds().Should().Contain("客户组合共有 2 家客户。");
        ToolRun.Of([.. arguments, "--lang", "zh-Hant", "--format", "md"]).Succeeds().Should().Contain("客戶還缺少的資訊");
        ToolRun.Of([.. arguments, "--format", "csv"]).Succeeds().Should().StartWith("kind,table,where,column,value,account,count,message\n").And.Contain("\nGap,");
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 30));
    }

    [Theory]
    [InlineData("account,date,amount\n1,2025-03-04,¥10\n1,2025-03-05,€20\n")]
    [InlineData("account,date,amount,currency\n1,2025-03-04,10,\n1,2025-03-05,20,eur\n")]
    [InlineData("account,date,amount,currency\n1,2025-03-04,¥10,CNY\n1,2025-03-05,€20,€\n")]
    [InlineData("account,date,amount,currency\n1,2025-03-04,10 CNY,\n1,2025-03-05,20 EUR,\n")]
    public void Amounts_in_several_currencies_are_read_with_rates(string table)
    {
        using var folder = new TemporaryFolder();
        var orders = folder.Write("o.csv", table);
        var rates = folder.Write("ecb.csv", "date,from,to,rate\n2025-03-31,EUR,CNY,7.8\n2025-03-31,USD,CNY,7.1\n");
        ToolRun.Of(["import", "--purchases", orders, "--out", folder.Of("p.json"), .. Head]).Fails().Should()
            .Contain("line 3: it is in EUR, and the portfolio is in CNY; give rates");
        ToolRun.Of(["import", "--purchases", orders, "--rates", rates, "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        var portfolio = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json")));
        portfolio.Rates!.Name.Should().Be("ecb");
        portfolio.Accounts[0].Purchases.Sum(each => each.Currency == "EUR" ? each.Amount : 0).Should().Be(20);
        portfolio.Accounts[0].In("CNY", portfolio.Rates, portfolio.AsOf).Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 10 + (20 * 7.8m)));

        // The portfolio keeps its rates, and an update without rates finds them there.
        ToolRun.Of("import", "--update", folder.Of("p.json"), "--purchases", orders, "--out", folder.Of("q.json"), "-q").Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("q.json"))).Should().Be(portfolio);
        ToolRun.Of("sample", folder.Of("p.json"), "--out", folder.Of("t"), "-q").Succeeds();
        ToolRun.Of("import", "--from", folder.Of("t"), "--out", folder.Of("r.json"), "-q").Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("r.json"))).Should().Be(portfolio);
    }

    [Theory]
    [InlineData("date,from,to,rate\n2025-03-31,EUR,EUR,1\n", "line 2, column to: 'EUR': it is EUR, like from")]
    [InlineData("date,from,to,rate\n2025-03-31,EUR,CNY,0\n", "line 2, column rate: '0': a number above 0 is needed")]
    [InlineData("date,from,to,rate\n,EUR,CNY,8\n", "line 2, column date: '': it is needed")]
    [InlineData("date,from,to,rate\n2025-03-31,EUR,CNY,8\n2025-03-31,€,RMB,9\n", "line 3, column date: '2025-03-31': there is already a rate from EUR to CNY of that day")]
    [InlineData("date,from,rate\n2025-03-31,EUR,8\n", "The columns are called date, from, to, rate.")]
    public void A_table_of_rates_is_checked(string table, string fault)
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id\nA\n");
        ToolRun.Of(["import", "--accounts", accounts, "--rates", folder.Write("r.csv", table), "--out", folder.Of("p.json"), .. Head]).FailsInOneLine().Should().Contain(fault);
    }

    [Fact]
    public void A_currency_beside_an_amount_must_be_clear_and_agree_with_its_row()
    {
        using var folder = new TemporaryFolder();
        var deals = folder.Write("o.csv", "account,id,amount,currency,stage\n1,a,€20,USD,P2\n1,b,$5,,P2\n");
        var accounts = folder.Write("a.csv", "id,annualPurchases\n1,€20\n");
        var error = ToolRun.Of(["import", "--accounts", accounts, "--opportunities", deals, "--out", folder.Of("p.json"), .. Head]).Fails();
        error.Should().Contain("line 2, column amount: '€20': the amount is in EUR, and its row is in USD; one of the two is wrong");
        error.Should().Contain("line 3, column amount: '$5': $ can be more than one currency; write its code, such as USD");
        error.Should().Contain("line 2, column annualPurchases: '€20': it is in EUR, and the account in CNY");
    }

    [Fact]
    public void A_title_that_says_a_currency_is_heeded()
    {
        using var folder = new TemporaryFolder();
        var deals = folder.Write("o.csv", "account,id,Value (k EUR),stage\n1,a,20,P2\n");
        var rates = folder.Write("r.csv", "date,from,to,rate\n2025-12-31,EUR,CNY,8\n");
        var suggested = ToolRun.Of("import", "--suggest", "--opportunities", deals, "--out", folder.Of("m.json"), "--lang", "en");
        suggested.Succeeds();
        suggested.Notes.Should().Contain(note => note.Contains("Thousands")).And.Contain(note => note.Contains("says EUR"));
        ToolRun.Of(["import", "--opportunities", deals, "--map", folder.Of("m.json"), "--rates", rates, "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        var deal = Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0].Opportunities[0];
        (deal.Amount, deal.Currency).Should().Be((20_000, "EUR"));
    }

    [Fact]
    public void Dates_after_the_facts_are_named_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        var orders = folder.Write("o.csv", "account,date,amount\n1,2026-01-04,10\n1,2025-03-05,20\n1,2026-01-04,3\n");
        string[] arguments = ["import", "--purchases", orders, "--out", folder.Of("p.json"), .. Head];
        ToolRun.Of([.. arguments, "--lang", "en"]).Succeeds().ReplaceLineEndings(" ").Should().MatchRegex("3? ?2 dates are after the date of the facts")
            .And.Contain("line 2, column date").And.MatchRegex(@"--as-\s*of");
        ToolRun.Of([.. arguments, "--lang", "zh-Hans", "--format", "md"]).Succeeds().Should().Contain("第 2 行，“date”列").And.Contain("晚于数据日期 2025-12-31").And.NotContain("it is after");
    }

    [Fact]
    public void A_report_of_what_was_refused_says_that_nothing_was_written()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,creditDays\nA,sixty\n");
        foreach (var (name, expected) in new[] { ("r.md", "Nothing was written to "), ("r.json", "\"isWritten\": false"), ("r.csv", "NotWritten,,,,"), ("r.html", "Nothing was written to ") })
        {
            var error = ToolRun.Of(["import", "--accounts", accounts, "--out", folder.Of("p.json"), "--report", folder.Of(name), "--lang", "en", .. Head]).Fails();
            error.Should().Contain("nothing is written; 1 fault");
            File.ReadAllText(folder.Of(name)).Should().Contain(expected).And.Contain("--skip-bad-values").And.Contain("sixty").And.NotContain("The portfolio has");
        }

        File.Exists(folder.Of("p.json")).Should().BeFalse();
        ToolRun.Of(["import", "--accounts", accounts, "--out", folder.Of("p.json"), "--report", folder.Of("z.md"), "--lang", "zh-Hant", .. Head]).Fails();
        File.ReadAllText(folder.Of("z.md")).Should().Contain("沒有寫入").And.Contain("錯誤說明統一使用英文");
    }

    [Fact]
    public void Columns_of_a_mapping_that_no_file_has_are_named_with_place_and_nearest()
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,Owner name\nA,Li\n");
        var more = folder.Write("b.csv", "id,Sector\nB,Finance\n");
        var map = folder.Write("m.json", """
            { "tables": { "accounts": { "columns": [ { "title": "id", "path": "id" }, { "title": "Owner nam", "path": "owner" }, { "title": "Sector", "path": "industry" },
              { "title": "Terms", "path": "value.creditDays" } ] } } }
            """);
        string[] arguments = ["import", "--accounts", accounts, "--map", map, "--out", folder.Of("p.json"), .. Head];
        var error = ToolRun.Of(arguments).Fails();
        error.Should().Contain("m.json: 3 faults:").And.Contain("tables[\"accounts\"].columns[1].title: 'Owner nam' is not a column of ").And.Contain("Is it 'Owner name'?")
            .And.Contain("tables[\"accounts\"].columns[3].title: 'Terms' is not a column of ").And.Contain("Its header has: id, Owner name");
        ToolRun.Of([.. arguments, "--accounts", more]).Fails().Should().Contain("2 faults").And.NotContain("'Sector' is not");
        ToolRun.Of([.. arguments, "--skip-bad-values", "--lang", "en"]).Succeeds().Should().Contain("columns of the mapping that the table does not have: Owner nam");
        folder.Write("m.json", """{ "tables": { "accounts": { "columns": [ { "title": "Idd", "path": "id" } ] } } }""");
        ToolRun.Of(arguments).Fails().Should().Contain("no column says which account").And.Contain("'Idd' (is it 'id'?)");
        folder.Write("m.json", """{ "tables": { "account": { "columns": [ { "title": "id", "path": "id" } ] } } }""");
        ToolRun.Of(arguments).Fails().Should().Contain("'account' is not a table of the account file. Is it accounts?");
        folder.Write("m.json", """{ "tables": { "accounts": { "colums": [ { "title": "id", "path": "id" } ] } } }""");
        ToolRun.Of(arguments).Fails().Should().Contain("colums");
    }

    [Fact]
    public void Columns_that_are_put_together_are_told()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("c.csv", "AccountId,Id,FirstName,LastName\n1,p,Ann,Poe\n");
        string[] arguments = ["import", "--contacts", people, "--preset", "salesforce", "--out", folder.Of("p.json"), "--lang", "en", .. Head];
        ToolRun.Of([.. arguments, "--format", "md"]).Succeeds().Should().Contain("FirstName, LastName are put together as contacts\\[\\].name");
        Report(ToolRun.Of([.. arguments, "--format", "json"]))["tables"]![0]!["joined"]![0]!.GetValue<string>().Should().Be("FirstName + LastName = contacts[].name");
    }

    [Theory]
    [InlineData("accounts", "Annual purchases (k)", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Annual Purchases [kEUR]", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "annual_purchase_tsd", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "AnnualPurchasesK", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Annual purchases in thousands", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Yearly purchases, in thousands of CNY", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Annual purchases ('000)", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Annual purchases T€", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "Purchases per year (mn USD)", "value.annualPurchases", ImportUnit.Millions)]
    [InlineData("accounts", "Annual purchases (m)", "value.annualPurchases", ImportUnit.Millions)]
    [InlineData("accounts", "Annual purchases Mio. €", "value.annualPurchases", ImportUnit.Millions)]
    [InlineData("accounts", "Annual purchases (bn)", "value.annualPurchases", ImportUnit.Billions)]
    [InlineData("accounts", "年采购额（万元）", "value.annualPurchases", ImportUnit.TenThousands)]
    [InlineData("accounts", "年采购额万元", "value.annualPurchases", ImportUnit.TenThousands)]
    [InlineData("accounts", "年采购额(单位：千元)", "value.annualPurchases", ImportUnit.Thousands)]
    [InlineData("accounts", "年採購額【百萬】", "value.annualPurchases", ImportUnit.Millions)]
    [InlineData("accounts", "年采购额（亿元）", "value.annualPurchases", ImportUnit.HundredMillions)]
    [InlineData("accounts", "Annual purchases (EUR)", "value.annualPurchases", ImportUnit.Same)]
    [InlineData("accounts", "Gross margins (%)", "value.grossMarginRate", ImportUnit.PerCent)]
    [InlineData("accounts", "gross_margin_pct", "value.grossMarginRate", ImportUnit.PerCent)]
    [InlineData("accounts", "毛利率％", "value.grossMarginRate", ImportUnit.PerCent)]
    [InlineData("accounts", "Payment terms (weeks)", "value.creditDays", ImportUnit.Weeks)]
    [InlineData("accounts", "Credit Day", "value.creditDays", ImportUnit.Same)]
    [InlineData("accounts", "账期（天）", "value.creditDays", ImportUnit.Same)]
    [InlineData("accounts", "AccountOwner", "owner", ImportUnit.Same)]
    [InlineData("accounts", "account_managers", "owner", ImportUnit.Same)]
    [InlineData("contacts", "job_titles", "contacts[].jobTitle", ImportUnit.Same)]
    [InlineData("contacts", "ContactName", "contacts[].name", ImportUnit.Same)]
    [InlineData("contacts", "联系人姓名", "contacts[].name", ImportUnit.Same)]
    [InlineData("purchases", "Net amounts (k CNY)", "purchases[].amount", ImportUnit.Thousands)]
    [InlineData("purchases", "InvoiceDate", "purchases[].month", ImportUnit.Same)]
    [InlineData("opportunities", "Deal value (€)", "opportunities[].amount", ImportUnit.Same)]
    public void Titles_are_known_with_their_units_and_in_every_writing(string table, string title, string path, ImportUnit unit)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("t.csv", $"Account ID,\"{title}\"\n1,12\n2,25\n");
        var run = ToolRun.Of("import", "--suggest", $"--{table}", file, "--out", folder.Of("m.json"), "--lang", "en");
        run.Succeeds();
        ImportMapping.FromJson(File.ReadAllText(folder.Of("m.json"))).Tables[table].Columns.Select(column => (column.Path, column.Unit)).Should()
            .Equal([("id", ImportUnit.Same), (path, unit)], title);
        run.Error.Contains($"the unit is guessed from the title and the values: {unit}.").Should().Be(unit != ImportUnit.Same);
    }

    [Theory]
    [InlineData("Gross margin %", "0.185", ImportUnit.Same)]
    [InlineData("Gross margin %", "18.5", ImportUnit.PerCent)]
    [InlineData("Gross margin", "18.5", ImportUnit.PerCent)]
    [InlineData("Gross margin", "0.185", ImportUnit.Same)]
    [InlineData("Gross margin (%)", "18.5%", ImportUnit.Same)]
    public void The_values_decide_what_a_rate_counts(string title, string value, ImportUnit unit)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("t.csv", $"id;{title}\n1;{value}\n");
        var run = ToolRun.Of("import", "--suggest", "--accounts", file, "--out", folder.Of("m.json"), "--lang", "en");
        run.Succeeds();
        ImportMapping.FromJson(File.ReadAllText(folder.Of("m.json"))).Tables["accounts"].Columns[1].Unit.Should().Be(unit);
        run.Error.Contains("look like fractions").Should().Be(title.Contains('%') && value == "0.185");
        ToolRun.Of(["import", "--accounts", file, "--map", folder.Of("m.json"), "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0].Value!.GrossMarginRate.Should().Be(0.185);
    }

    [Fact]
    public void Of_surveys_the_latest_answer_counts()
    {
        using var folder = new TemporaryFolder();
        var surveys = folder.Write("s.csv", "account,date,satisfaction\nA,2025-09-01,High\nA,2025-03-01,Low\nB,2025-03-01,满意度低\n");
        ToolRun.Of(["import", "--surveys", surveys, "--out", folder.Of("p.json"), "-q", .. Head]).Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts.Select(account => (account.Id, account.Satisfaction?.Name)).Should().Equal(("A", "High"), ("B", "Low"));
    }

    [Fact]
    public void Templates_hold_every_column_and_its_values()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("import", "--template", folder.Of("t")).Succeeds();
        Directory.EnumerateFiles(folder.Of("t")).Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(ImportLayout.All().Select(layout => layout.Name));
        var sheets = MiniExcelLibs.MiniExcel.GetSheetNames(Path.Combine(folder.Of("t"), "contacts.xlsx"));
        sheets.Should().Equal("contacts", "values");
        var values = MiniExcelLibs.MiniExcel.Query(Path.Combine(folder.Of("t"), "contacts.xlsx"), useHeaderRow: true, sheetName: "values")
            .Cast<IDictionary<string, object?>>().Select(row => row["role"] as string).OfType<string>().ToArray();
        values.Should().Equal([KindOfList, .. PortfolioBuilder.AllowedValues("contacts[].role")]);
    }

    // Read as the standard says it: each list of a cell refers to the values on the second sheet.
    [Fact]
    public void Cells_of_templates_offer_the_values_that_their_column_can_have()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("import", "--template", folder.Of("t")).Succeeds();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var count = 0;
        foreach (var layout in ImportLayout.All())
        {
            var path = Path.Combine(folder.Of("t"), $"{layout.Name}.xlsx");
            using var book = ZipFile.OpenRead(path);
            using var sheet = book.GetEntry("xl/worksheets/sheet1.xml")!.Open();
            var offers = XDocument.Load(sheet).Descendants(main + "dataValidation").ToDictionary(
                offer => offer.Attribute("sqref")!.Value, offer => offer.Element(main + "formula1")!.Value);
            var rows = MiniExcelLibs.MiniExcel.Query(path, useHeaderRow: false, sheetName: "values").Cast<IDictionary<string, object?>>().ToArray();
            foreach (var (column, letters) in layout.Columns.Zip(rows[0].Keys))
            {
                var allowed = PortfolioBuilder.AllowedValues(column.Path);
                offers.TryGetValue($"{letters}2:{letters}1048576", out var formula).Should().Be(allowed.Count > 0 || PortfolioBuilder.KindOf(column.Path) == "flag", column.Path);
                if (allowed.Count == 0)
                    continue;
                count++;
                var range = Regex.Match(formula!, @"^'?values'?!\$(?<from>[A-Z]+)\$(?<first>[0-9]+):\$(?<to>[A-Z]+)\$(?<last>[0-9]+)$", RegexOptions.None, TimeSpan.FromSeconds(1));
                range.Success.Should().BeTrue(formula);
                (range.Groups["from"].Value, range.Groups["to"].Value).Should().Be((letters, letters));
                var (first, last) = (int.Parse(range.Groups["first"].Value, null), int.Parse(range.Groups["last"].Value, null));
                rows[(first - 1)..last].Select(row => row[letters] as string).Should().Equal(allowed);
            }

            // What a person fills in is read: the template is a table of an import.
            MiniExcelLibs.MiniExcel.GetSheetNames(path).Should().Equal(layout.Name, "values");
        }

        count.Should().BeGreaterThan(20);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("tables.xlsx")]
    public void Texts_that_look_like_lists_or_formulas_come_back(string place)
    {
        using var folder = new TemporaryFolder();
        var portfolio = Portfolio.FromJson("""
            { "currency": "CNY", "asOf": "2025-12-31", "paretoLevel": "Group", "accounts": [ { "id": "=A", "name": "'=B", "owner": "-x", "opportunities": [
              { "id": "+d", "name": "''@n", "amount": 1.50, "history": [ { "stage": "P2" } ], "needs": [ "a; b", "\"c\"", "d|e、f", "=g" ],
                "competitors": [ "'-h; i" ] } ] } ] }
            """);
        var file = folder.Write("p.json", portfolio.ToJson());
        ToolRun.Of("sample", file, "--out", folder.Of(place), "-q").Succeeds();
        ToolRun.Of("import", "--from", folder.Of(place), "--out", folder.Of("q.json"), "-q").Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("q.json"))).Should().Be(portfolio);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("tables.xlsx")]
    public void On_any_number_of_threads_the_bytes_and_the_report_are_the_same(string place)
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("sample", "--out", folder.Of(place), "-q").Succeeds();
        var (one, bytes) = Run("1");
        foreach (var threads in (string[])["2", "5"])
            Run(threads).Should().Be((one, bytes));
        ToolRun.Of("import", "--from", folder.Of(place), "--out", folder.Of("p.json"), "--format", "json", "--lang", "en").Succeeds().Should().Be(one);

        (string Report, string Bytes) Run(string threads)
        {
            var report = ToolRun.Of("import", "--from", folder.Of(place), "--out", folder.Of("p.json"), "--format", "json", "--lang", "en", "--threads", threads).Succeeds();
            return (report, File.ReadAllText(folder.Of("p.json")));
        }
    }

    [Theory]
    [InlineData("--skip-bad-rows")]
    [InlineData("--skip-bad-values")]
    [InlineData("--quiet")]
    public void On_any_number_of_threads_the_faults_are_the_same(string way)
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id,name,industry\n" + string.Concat(Enumerable.Range(0, 900).Select(i =>
            $"A{i},Works {i},{(i % 100 == 77 ? "Mining" : "Finance")}\n")));
        var purchases = folder.Write("b.csv", "account,date,amount\n" + string.Concat(Enumerable.Range(0, 6_000).Select(i =>
            $"A{i * 7 % 950},2025-{1 + (i % 12):00}-03,{(i % 1_500 == 1_400 ? "much" : i % 2_000 == 1_700 ? "1;5" : $"{i}.25")}{(i == 4_321 ? ",more" : "")}\n")));
        var (first, second) = (Run("1"), Run("3"));
        second.Should().Be(first);
        if (way == "--quiet")
            first.Run.Fails().Should().Contain($"{purchases}, line 4323: ").And.Contain("column amount: 'much': ").And.Contain("column industry: 'Mining': it must be one of");
        else
            first.Bytes.Should().NotBeEmpty();

        (ToolRun Run, string Bytes) Run(string threads)
        {
            var target = folder.Of("p.json");
            File.Delete(target);
            var run = ToolRun.Of(["import", "--accounts", accounts, "--purchases", purchases, "--out", target, "--format", "json", "--threads", threads, way, .. Head]);
            return (run, File.Exists(target) ? File.ReadAllText(target) : "");
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void What_is_wrong_far_into_a_file_is_told_on_any_number_of_threads_and_nothing_is_written(string threads)
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id\nA\n");
        var rows = "account,date,amount\n" + string.Concat(Enumerable.Range(0, 40_000).Select(_ => "A,2025-03-04,1.5\n"));
        var purchases = folder.Write("b.csv", rows + "A,\"2025-03-04,1.5\n");
        Import().FailsInOneLine().Should().Contain("line 40002: a quotation mark is not closed");
        folder.Write("b.csv", [.. System.Text.Encoding.ASCII.GetBytes(rows), (byte)'A', 0xFF, (byte)'\n']);
        Import().FailsInOneLine().Should().Contain("the file is not UTF-8 (line 40002)");
        folder.Names.Should().BeEquivalentTo("a.csv", "b.csv");
        folder.Write("b.csv", rows);
        Import().Succeeds();
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 60_000m));

        ToolRun Import() => ToolRun.Of(
            ["import", "--accounts", accounts, "--purchases", purchases, "--out", folder.Of("p.json"), "--threads", threads, "-q", .. Head]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void Of_two_files_that_cannot_be_read_the_first_is_told(string threads)
    {
        using var folder = new TemporaryFolder();
        var accounts = folder.Write("a.csv", "id\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i}\n")) + "\"A\n");
        var purchases = folder.Write("b.csv", "account,date,amount\nA,\"2025-03-04,1.5\n");
        ToolRun.Of(["import", "--purchases", purchases, "--accounts", accounts, "--out", folder.Of("p.json"), "--threads", threads, "-q", .. Head])
            .FailsInOneLine().Should().Contain($"{accounts}: line 5002: a quotation mark is not closed");
        folder.Names.Should().BeEquivalentTo("a.csv", "b.csv");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public void A_number_of_threads_is_a_whole_number(string threads) =>
        ToolRun.Of("import", "--threads", threads).Fails().Should().Contain($"--threads '{threads}' is not a whole number from 1 to 1024.");

    private const string KindOfList = "one of:";

    private static JsonNode Report(ToolRun run) => JsonNode.Parse(run.Succeeds())!;

    private static string Sample()
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!);
        return reader.ReadToEnd();
    }
}
