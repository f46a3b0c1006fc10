using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ModelsCommandTests
{
    [Fact]
    public void Every_default_of_the_library_stands_in_the_JSON_with_its_provenance()
    {
        using var json = JsonDocument.Parse(ToolRun.Of("models", "--format", "json").Succeeds());

        json.RootElement.EnumerateArray().Select(each => (each.GetProperty("model").GetString(), each.GetProperty("default").GetString())).Should().Equal(
            from model in ModelCatalog.All from each in model.Defaults select (model.Id, each.Path));
        json.RootElement.EnumerateArray().Should().OnlyContain(each =>
            each.GetProperty("provenance").GetString() != null && each.GetProperty("reference").GetString() != null);
    }

    [Fact]
    public void The_csv_has_a_row_for_every_default()
    {
        var lines = ToolRun.Of("models", "--format", "csv").Succeeds().TrimEnd('\n').Split('\n');

        lines[0].Should().Be("model,default,value,provenance,reference");
        lines.Should().HaveCount(1 + ModelCatalog.All.Sum(model => model.Defaults.Count()));
        lines.Should().Contain(
            "pareto,cuts.OfRevenue,\"A 0.80, B 0.95\",Source,"
            + "\"《开发大客户培训课件》 (Key-Account Development: Training Slides): “头部20%,贡献80%收入”\"");
    }

    [Fact]
    public void The_map_of_the_method_stands_before_the_defaults_unless_they_are_filtered()
    {
        ToolRun.Of("models", "--lang", "en").Succeeds().Should().Contain("Where am I in the method").And.Contain("Raise the value");
        ToolRun.Of("models", "pareto", "--lang", "en").Succeeds().Should().NotContain("Where am I in the method");
    }

    [Theory]
    [InlineData("pareto", "pareto")]
    [InlineData("CUTS.OFREVENUE", "pareto")]
    [InlineData("开发大客户培训课件", "")]
    [InlineData("LibraryDefault", "")]
    public void A_filter_keeps_the_defaults_that_say_it(string filter, string model)
    {
        var all = ToolRun.Of("models", "--format", "csv").Succeeds().Split('\n');
        var some = ToolRun.Of("models", filter, "--format", "csv").Succeeds().Split('\n');
        some.Should().HaveCountLessThan(all.Length).And.OnlyContain(line => all.Contains(line));
        some[1..^1].Should().NotBeEmpty().And.OnlyContain(line => line.Contains(filter, StringComparison.OrdinalIgnoreCase) && line.StartsWith(model, StringComparison.Ordinal));
    }

    [Fact]
    public void A_filter_that_nothing_says_is_nothing_to_do() =>
        ToolRun.Of("models", "no such thing").HasNothingToDo().Should().Be("no default has 'no such thing' in its model, its place, its value or its provenance.");

    [Theory]
    [InlineData("en", "Every default of the library", "Provenance")]
    [InlineData("zh-Hans", "本库的全部默认值及其出处", "出处")]
    [InlineData("zh-Hant", "本庫的全部預設值及其出處", "出處")]
    public void The_table_names_each_model_and_keeps_to_the_width(string language, string title, string column)
    {
        var table = ToolRun.Of("models", "--lang", language).Succeeds();

        table.Should().StartWith(title).And.Contain(column);
        foreach (var model in ModelCatalog.All)
            table.Should().Contain($"\n{model.Id}\n");
        table.Split('\n').Should().OnlyContain(line => line.Length <= 100);
    }
}
