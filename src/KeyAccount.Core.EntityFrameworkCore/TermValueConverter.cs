using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores a term as its stable <c>Value</c>.</summary>
/// <typeparam name="TTerm">The term.</typeparam>
/// <remarks>Stateless. A stored value that the term does not have is an <see cref="InvalidOperationException"/> that names the term, the
/// value and the values allowed: nothing is guessed. Null is stored as null.</remarks>
public sealed class TermValueConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
    : ValueConverter<TTerm, int>(
    term => term.Value, value => StoredTerm.FromValue<TTerm>(value))
    where TTerm : Term<TTerm>;
