using System.Text.Json.Nodes;
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
        ToolRun.Of("sample", "--out", folder.Of(place)).Succeeds().Should().BeEmpty();
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
            "tables[\"accounts\"].culture: 'xx-YY-zz' is not a culture", "tables[\"accounts\"].columns[1].path: 'creditDays' is no column of the account file. Is it value.creditDays?",
            "tables[\"accounts\"].columns[2].title: it is missing", "tables[\"accounts\"].columns[3].unit: it is PerCent, but industry is no number",
            "tables[\"accounts\"].columns[3].values[\"a\"]: it is 'Mining'; it must be one of ", "tables[\"accounts\"].columns[4].onlyWith: 'owners' is the path of no column",
            "tables[\"contacts\"].columns: no column says which account",
        })
            error.Should().Contain(place);
        ToolRun.Of("schema", "mapping").Succeeds().Should().Contain("\"onlyWith\"").And.Contain("PerCent").And.Contain("\"version\"");
        folder.Write("m.json", """{ "version": 2, "tables": { } }""");
        ToolRun.Of(["import", "--accounts", accounts, "--map", map, "--out", folder.Of("p.json"), .. Head]).Fails().Should().Contain("version");
    }

    [Theory]
    [InlineData("en", "客户编号,客户名称,毛利率(%),金额", "Contact ID,Customer Name,Full Name,Decision Role")]
    [InlineData("zh-Hans", "Customer ID,Company Name,Gross margin %,Revenue", "联系人编号,客户名称,姓名,决策角色")]
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
            "UnknownAccount   Nobody: there is no such account", "NewAccount New Mill  New Mill: it is new in the portfolio",
            "Change Aldermoor Steel Works owner Nora Quist: it was Chen Wei",
            "Change Aldermoor Steel Works contacts[].jobTitle Managing director: it was General manager");
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
        text.Should().Contain("The portfolio has 2 accounts.").And.Contain("columns without a place: Fax").And.Contain("1 row names an unknown account")
            .And.Contain("1 group of accounts with similar names").And.Contain("'ACME' = 'Acme Ltd'").And.Contain("What the accounts still lack");
        text.Should().MatchRegex(@"purchases +\S+ +3 +2 +1\n");
        ToolRun.Of([.. arguments, "--lang", "zh-Hans", "--format", "md"]).Succeeds().Should().Contain("客户组合共有 2 家客户。");
        ToolRun.Of([.. arguments, "--lang", "zh-Hant", "--format", "md"]).Succeeds().Should().Contain("客戶還缺少的資訊");
        ToolRun.Of([.. arguments, "--format", "csv"]).Succeeds().Should().StartWith("kind,table,where,column,value,account,count,message\n").And.Contain("\nGap,");
        Portfolio.FromJson(File.ReadAllBytes(folder.Of("p.json"))).Accounts[0].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 30));
    }

    [Fact]
    public void Amounts_in_another_currency_are_refused()
    {
        using var folder = new TemporaryFolder();
        var orders = folder.Write("o.csv", "account,date,amount\n1,2025-03-04,¥10\n1,2025-03-05,€20\n");
        ToolRun.Of(["import", "--purchases", orders, "--out", folder.Of("p.json"), .. Head]).Fails().Should()
            .Contain("line 3, column amount: '€20': it is in EUR, and the portfolio in CNY");
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

    private const string KindOfList = "one of:";

    private static JsonNode Report(ToolRun run) => JsonNode.Parse(run.Succeeds())!;

    private static string Sample()
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!);
        return reader.ReadToEnd();
    }
}
