using System.Reflection;
using System.Text.RegularExpressions;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Reviews;

public class ModelCatalogTests
{
    [Fact]
    public void Every_default_of_the_library_says_where_it_comes_from() => Untagged(ModelCatalog.All).Should().BeEmpty();

    [Fact]
    public void An_untagged_default_is_found()
    {
        var model = Scorecard.For<double[], string>("untagged")
            .Criterion("tagged", 1, f => 1, Scale.Linear((0, 0), (1, 100)), provenance: Provenance.Source("S000"))
            .Criterion("bare", 1, f => 1, Scale.Linear((0, 0), (1, 100)))
            .Bands((0, "any"))
            .Build();

        Untagged([model]).Should().Equal("untagged: criteria[\"bare\"]", "untagged: bands[\"any\"]", "untagged: missingData");
    }

    [Fact]
    public void Every_ready_model_of_the_library_is_in_the_catalog()
    {
        var ready = typeof(ModelCatalog).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => typeof(IModel).IsAssignableFrom(property.PropertyType))
            .Select(property => (IModel)property.GetValue(null)!)
            .ToList();

        ready.Should().NotBeEmpty();
        Missing(ready, ModelCatalog.All).Should().BeEmpty();
    }

    [Fact]
    public void A_model_that_is_not_in_the_catalog_is_named_by_its_id()
    {
        Missing(ModelCatalog.All, [.. ModelCatalog.All.Skip(1)]).Should().Equal(ModelCatalog.All[0].Id);
    }

    [Fact]
    public void Ids_are_unique() => ModelCatalog.All.Select(model => model.Id).Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_default_names_its_source_by_the_title()
    {
        var references = ModelCatalog.All.SelectMany(model => model.Defaults).Select(each => each.Provenance!).ToArray();
        references.Where(each => each.Kind == ProvenanceKind.Source).Should().NotBeEmpty()
            .And.OnlyContain(
                each => Regex.IsMatch(each.Reference, "^《[^》]+》 \\([^()]+(\\([^()]+\\)[^()]*)?\\)(: “[^”]+”)?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)),
                "title, English gloss, and the sentence where a number stands in one");
        references.Should().NotContain(each => each.Reference.Contains("S00", StringComparison.Ordinal) || each.Reference.StartsWith("L ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_provenance_names_its_kind_and_its_reference()
    {
        Provenance.Source("S004").ToString().Should().Be("Source: S004");
        Provenance.Literature("Saaty 1980").Kind.Should().Be(ProvenanceKind.Literature);
        ((Action)(() => Provenance.LibraryDefault(" "))).Should().Throw<ArgumentException>();
    }

    private static IEnumerable<string> Missing(IEnumerable<IModel> ready, IReadOnlyCollection<IModel> catalog) =>
        ready.Where(model => !catalog.Contains(model)).Select(model => model.Id);

    private static IEnumerable<string> Untagged(IEnumerable<IModel> models) =>
        from model in models
        from each in model.Defaults
        where each.Provenance is null
        select $"{model.Id}: {each.Path}";
}
