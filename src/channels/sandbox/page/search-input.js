import { combobox } from './combobox.js';

const { ChoiceSetInput, GlobalRegistry } = globalThis.AdaptiveCards;

// What was typed and is nobody's name comes back as a choice that is called what it is.
const isTyped = ({ title, value }) => title === value;

/** A choice of a card; one that asks who fits what is typed is a combobox, which the renderer's own does not do for all people. */
class SearchInput extends ChoiceSetInput {
  internalParse(source, context) {
    super.internalParse(source, context);
    this.asks = source['choices.data']?.dataset;
  }

  internalRender() {
    if (!this.asks) return super.internalRender();
    const standing = (this.defaultValue ?? '').split(',');
    const there = this.choices.filter(({ value }) => standing.includes(value));
    this.combobox = combobox({
      several: this.isMultiSelect,
      chosen: there.filter((one) => !isTyped(one)).map(({ title, value }) => ({ title, value })),
      text: there
        .filter(isTyped)
        .map(({ title }) => title)
        .join(', '),
      placeholder: this.placeholder,
      find: (typed) => this.getRootElement().find(this.asks, typed),
      changed: () => this.valueChanged(),
    });
    return this.combobox.element;
  }

  focus() {
    if (this.combobox) this.combobox.focus();
    else super.focus();
  }

  get value() {
    return this.combobox ? this.combobox.value() : super.value;
  }
}

GlobalRegistry.elements.register('Input.ChoiceSet', SearchInput);
