using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

/// <summary>The open terms of the library, as the catalogue of models has them.</summary>
public class OpenTermCatalogTests
{
    [Fact]
    public void Every_open_term_of_the_library_can_be_extended_by_a_file() => ModelCatalog.OpenTerms.Names.Should().Equal(
        typeof(AccountTier).Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(OpenTerm<>))
            .Select(type => type.Name).Order(StringComparer.Ordinal));

    // What a list is open by: no fact of a model is one, so that an added value cannot be one that a rule forgot. What another model has
    // advised is told on.
    [Fact]
    public void No_model_of_the_library_reasons_from_an_open_term() => ModelCatalog.All
        .SelectMany(model => model.GetType().GetGenericArguments().Take(1)).Distinct()
        .SelectMany(facts => facts.GetProperties().Select(fact => (Facts: facts, fact.Name, fact.PropertyType.Name)))
        .Where(fact => ModelCatalog.OpenTerms.Names.Contains(fact.Item3) && fact.Item2 != nameof(ReviewFacts.ActivityToPlan))
        .Should().BeEmpty();
}
