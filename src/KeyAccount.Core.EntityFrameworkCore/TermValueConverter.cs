using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using static System.FormattableString;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores a term as its stable <c>Value</c>.</summary>
/// <typeparam name="TTerm">The term.</typeparam>
/// <remarks>Stateless. A stored value that the term does not have is an <see cref="InvalidOperationException"/> that names the term, the
/// value and the values allowed: nothing is guessed. Null is stored as null.</remarks>
public sealed class TermValueConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
    : ValueConverter<TTerm, int>(
    term => term.Value, value => Read(value))
    where TTerm : Term<TTerm>
{
    private static TTerm Read(int value) =>
        Term<TTerm>.InOrder.FirstOrDefault(term => term.Value == value) ?? throw new InvalidOperationException(Invariant(
            $"The database holds {value} for a {typeof(TTerm).Name}; it must be one of {string.Join(
                ", ", Term<TTerm>.InOrder.Select(term => Invariant($"{term.Value} ({term.Name})")))}."));
}
