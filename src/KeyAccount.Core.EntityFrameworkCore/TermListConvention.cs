using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores lists of a term as lists of what the term is stored as.</summary>
internal sealed class TermListConvention(
    Type term, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type converter)
    : IEntityTypeAddedConvention
{
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The properties of an entity are kept by Entity Framework.")]
    public void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        var collection = typeof(IEnumerable<>).MakeGenericType(term);
        foreach (var property in entityTypeBuilder.Metadata.ClrType.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetMethod is not null && property.GetIndexParameters().Length == 0 && property.PropertyType != term
                && collection.IsAssignableFrom(property.PropertyType)
                && !entityTypeBuilder.Metadata.IsIgnored(property.Name))
                entityTypeBuilder.Property(property)?.Metadata.SetElementType(term)?.Builder.HasConverter(converter);
        }
    }
}
